package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;

/**
 * An Entra group.
 *
 * @param name its display name
 * @param objectId its object id, a GUID
 */
@RecordBuilder
public record GroupSettings(
        @NotNull @Pattern(regexp = "^(?=.{1,256}$).*\\S.*$") @JsonPropertyDescription("display name of the group")
        String name,

        @NotNull @Pattern(regexp = Guid.REGEX) @JsonPropertyDescription("object id of the group")
        String objectId) {

    /**
     * Checks that no group is in a list twice, by whatever name.
     *
     * @param pointer where the list is, relative to the place of the problems
     */
    public static void checkDistinct(List<GroupSettings> groups, String pointer, Problems problems) {
        problems.addTwice(pointer, groups, group -> group.objectId().toLowerCase(Locale.ROOT), "", "the group %s");
    }
}
