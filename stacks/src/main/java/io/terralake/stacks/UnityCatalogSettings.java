package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.databricks.DatabricksPrincipal;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link UnityCatalog} has of its own in an environment.
 *
 * @param readers names of groups in Databricks that may read all data products; @default nobody but those of each product
 */
@RecordBuilder
@JsonClassDescription("what unity-catalog has of its own")
public record UnityCatalogSettings(
        @Nullable @Size(max = UnityCatalogSettings.MOST_GROUPS) @JsonPropertyDescription("groups in Databricks that may read all data products; default nobody")
        List<@Pattern(regexp = DatabricksPrincipal.REGEX) String> readers) {
    /** More groups than a catalog should be granted to one by one. */
    static final int MOST_GROUPS = 100;

    public UnityCatalogSettings {
        readers = readers == null ? List.of() : List.copyOf(readers);
    }
}
