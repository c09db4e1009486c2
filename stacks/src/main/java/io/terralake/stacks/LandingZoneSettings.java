package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.apimanagement.ApiManagementSubnet;
import io.terralake.azure.AddressRange;
import io.terralake.azure.AzureId;
import io.terralake.azure.TagRule;
import io.terralake.databricks.DatabricksRanges;
import io.terralake.functionapp.FunctionSubnet;
import io.terralake.kubernetes.KubernetesSubnet;
import io.terralake.network.VirtualNetwork;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.NetworkSettings;
import io.terralake.settings.Problems;
import io.terralake.settings.RemovalPolicy;
import io.terralake.settings.SectionSettings;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the {@link LandingZone} of an environment has of its own.
 *
 * @param budget what the environment may cost
 * @param dataLake the data lake
 * @param databricks the parts of the virtual network for the machines of Databricks
 * @param functionSubnet the part of the virtual network that function apps send from, at least a /27
 * @param apiManagementSubnet the part through which API Management reaches backends, at least a /27; needed in private mode, not
 *     allowed in public mode
 * @param kubernetesSubnet the part for nodes of Kubernetes, at least a /27; needed by workspaces with {@code kubernetes}; @default none
 * @param sqlAdministrators the Entra group that administers the SQL server; needed where data is retained;
 *     @default whoever runs Terraform
 * @param customerManagedKey a key of one's own to encrypt with; @default keys of Microsoft's
 * @param ddosProtectionPlanId the Azure id of the plan that protects the virtual network; @default none, only what protects all of
 *     Azure
 */
@RecordBuilder
@JsonClassDescription("what the landing zone has of its own")
public record LandingZoneSettings(
        @NotNull @JsonPropertyDescription("what the environment may cost")
        BudgetSettings budget,

        @NotNull @JsonPropertyDescription("the data lake") DataLakeSettings dataLake,

        @NotNull @JsonPropertyDescription("parts of the virtual network for the machines of Databricks")
        DatabricksRanges databricks,

        @NotNull @Size(max = AddressRange.LONGEST) @JsonPropertyDescription("CIDR range that function apps send from, at least a /27")
        String functionSubnet,

        @Nullable @Size(max = AddressRange.LONGEST) @JsonPropertyDescription(
                "CIDR range through which API Management reaches backends, at least a /27; for private mode only, needed there")
        String apiManagementSubnet,

        @Nullable @Size(max = AddressRange.LONGEST) @JsonPropertyDescription("CIDR range for nodes of Kubernetes, at least a /27; default none")
        String kubernetesSubnet,

        @Nullable @JsonPropertyDescription(
                "Entra group that administers the SQL server, needed where data is retained; else whoever runs Terraform")
        GroupSettings sqlAdministrators,

        @Nullable @JsonPropertyDescription("key of one's own to encrypt with; default keys of Microsoft's")
        CustomerManagedKeySettings customerManagedKey,

        @Nullable @Size(max = 512) @JsonPropertyDescription("id of the DDoS protection plan for the virtual network; default none")
        String ddosProtectionPlanId)
        implements SectionSettings {

    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        if (sqlAdministrators == null && settings.protection().removalPolicy() == RemovalPolicy.RETAIN) {
            // Who deploys there is a workflow, or another person each time.
            problems.add("", "\"sqlAdministrators\" is missing, an environment whose data is retained needs the group");
        }
        if (ddosProtectionPlanId != null) {
            problems.capture(
                    "/ddosProtectionPlanId",
                    () -> AzureId.parse(ddosProtectionPlanId, VirtualNetwork.DDOS_PROTECTION_PLAN));
        }
        dataLake.replication()
                .problem(settings.location())
                .ifPresent(problem -> problems.add("/dataLake/replication", problem));
        NetworkSettings network = settings.network();
        if (network.mode() == NetworkMode.PRIVATE) {
            // The landing zone makes the zones that private endpoints are registered in.
            settings.tags().check(TagRule.PRIVATE_DNS_ZONE, problems.atRoot("/tags"));
        }
        checkSubnets(network, problems);
    }

    private void checkSubnets(NetworkSettings network, Problems problems) {
        String space = network.addressSpace();
        String[] taken = Stream.ofNullable(network.endpointSubnet()).toArray(String[]::new);
        List<String> wrong = databricks.problems(space, taken);
        wrong.forEach(problem -> problems.add("/databricks", problem));
        if (network.mode() == NetworkMode.PRIVATE && apiManagementSubnet == null) {
            problems.add("", "\"apiManagementSubnet\" is missing, API Management reaches a private network through it");
        }
        if (network.mode() == NetworkMode.PUBLIC && apiManagementSubnet != null) {
            problems.add("/apiManagementSubnet", "is for the network mode \"private\" only, the mode is \"public\"");
        }
        if (!wrong.isEmpty()) {
            // What lies beside ranges that are none, nobody can say.
            return;
        }
        String[] others = Stream.concat(
                        Stream.of(taken), Stream.of(databricks.hostSubnet(), databricks.containerSubnet()))
                .toArray(String[]::new);
        problems.capture("/functionSubnet", () -> FunctionSubnet.checkRange(functionSubnet, space, others));
        if (apiManagementSubnet != null) {
            problems.capture(
                    "/apiManagementSubnet", () -> ApiManagementSubnet.checkRange(apiManagementSubnet, space, others));
            problems.capture(
                    "/apiManagementSubnet", () -> AddressRange.checkApart(apiManagementSubnet, functionSubnet));
        }
        if (kubernetesSubnet != null) {
            String[] all = Stream.concat(
                            Stream.of(others),
                            Stream.of(functionSubnet, apiManagementSubnet).filter(Objects::nonNull))
                    .toArray(String[]::new);
            problems.capture("/kubernetesSubnet", () -> KubernetesSubnet.checkRange(kubernetesSubnet, space, all));
        }
    }
}
