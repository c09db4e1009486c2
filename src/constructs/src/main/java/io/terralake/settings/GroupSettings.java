package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

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
        String objectId) {}
