package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key of one's own that lake, SQL server, Data Factory and Databricks encrypt with.
 *
 * @param azureDatabricksObjectId the object id of the tenant's enterprise application AzureDatabricks, a GUID:
 *     {@code az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id}
 * @param hardware whether hardware security modules keep the key, in a vault of the Premium tier; @default false
 */
@RecordBuilder
public record CustomerManagedKeySettings(
        @NotNull @Pattern(regexp = Guid.REGEX) @JsonPropertyDescription(
                "object id of the enterprise application AzureDatabricks: az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id")
        String azureDatabricksObjectId,

        @Nullable @JsonPropertyDescription("whether a Premium vault keeps the key in hardware; default false")
        Boolean hardware) {

    public CustomerManagedKeySettings {
        hardware = hardware != null && hardware;
    }
}
