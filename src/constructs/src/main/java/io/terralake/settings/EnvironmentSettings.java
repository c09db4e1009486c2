package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import io.terralake.azure.Region;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What every environment has; in a file, sections of single stacks stand beside it.
 *
 * @param schema the JSON Schema that editors check the file with; has no effect
 * @param workload what the platform is called in names, 2 to 10 lower-case letters and digits
 * @param instance tells apart platforms of the same name, 1 to 4 lower-case letters and digits; @default none
 * @param location the Azure region
 * @param subscriptionId the subscription deployed to; @default {@code ARM_SUBSCRIPTION_ID} when Terraform runs
 * @param tags tags of every resource, {@code owner} and {@code costCentre} among them
 * @param network how services are reached
 * @param protection how stateful resources are kept; @default retained, not locked
 * @param monitoring logs and alerts
 * @param deployHook when the deploy hook runs; @default after the deployment
 * @param backend where Terraform's state is kept; @default a file beside cdktf.json
 */
@RecordBuilder
@JsonClassDescription("Settings of a Terralake environment. The file's name is the environment's.")
public record EnvironmentSettings(
        @Nullable @Size(max = 2000) @JsonProperty("$schema") @JsonPropertyDescription("this schema, for editors")
        String schema,

        @NotNull @Pattern(regexp = "^[a-z][a-z0-9]{1,9}$") @JsonPropertyDescription("what the platform is called in names: 2 to 10 lower-case letters and digits")
        String workload,

        @Nullable @Pattern(regexp = "^[a-z0-9]{1,4}$") @JsonPropertyDescription("tells apart platforms of the same name: 1 to 4 lower-case letters and digits")
        String instance,

        @NotNull @JsonPropertyDescription("Azure region, such as westeurope")
        Region location,

        @Nullable @Pattern(regexp = Guid.REGEX) @JsonPropertyDescription("subscription deployed to, else ARM_SUBSCRIPTION_ID when Terraform runs")
        String subscriptionId,

        @NotNull @JsonPropertyDescription("tags of every resource; owner and costCentre must be among them")
        TagSettings tags,

        @NotNull @JsonPropertyDescription("how services are reached")
        NetworkSettings network,

        @Nullable @JsonPropertyDescription("how stateful resources are kept")
        ProtectionSettings protection,

        @NotNull @JsonPropertyDescription("logs and alerts") MonitoringSettings monitoring,

        @Nullable @JsonPropertyDescription("when the deploy hook runs: afterwards (default) or inDeploy, within cdktf deploy")
        DeployHookMode deployHook,

        @Nullable @JsonPropertyDescription("where Terraform's state is kept, else a file beside cdktf.json")
        BackendSettings backend) {

    public EnvironmentSettings {
        protection = protection == null ? new ProtectionSettings(null, null) : protection;
        deployHook = deployHook == null ? DeployHookMode.AFTERWARDS : deployHook;
    }
}
