package io.terralake.containerregistry;

import com.hashicorp.cdktf.providers.azurerm.container_registry.ContainerRegistryConfig;
import com.hashicorp.cdktf.providers.azurerm.container_registry.ContainerRegistryNetworkRuleSet;
import com.hashicorp.cdktf.providers.azurerm.container_registry.ContainerRegistryNetworkRuleSetIpRule;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import java.util.List;
import java.util.Objects;
import software.constructs.Construct;

/**
 * A registry without an administrator and without anonymous pulls: who comes in is an Entra identity with a role. Azure's own services
 * that are trusted come in past its firewall.
 */
public final class ContainerRegistry extends AbstractContainerRegistry {
    private static final NamingRule NAMING = NamingRule.of(
                    "container registry", "cr", 5, 50, "[A-Za-z0-9]+", "letters and digits")
            .withoutSeparator()
            .asHostName();

    private final com.hashicorp.cdktf.providers.azurerm.container_registry.ContainerRegistry resource;
    private final String registryId;
    private final boolean premium;

    /** @throws ConstructException when the name is not allowed, or what is wanted needs another SKU or region */
    public ContainerRegistry(Construct scope, String id, ContainerRegistryProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        Placement place = Placement.of(this);
        Network network = Network.of(this);
        String name = stack.nameOf(this, NAMING, props.name(), Objects.requireNonNullElse(props.purpose(), ""));
        RegistrySku sku = Objects.requireNonNullElse(
                props.sku(), network.publicAccess() ? RegistrySku.STANDARD : RegistrySku.PREMIUM);
        this.premium = sku == RegistrySku.PREMIUM;
        boolean zones = Objects.requireNonNullElse(
                props.zoneRedundant(), premium && place.region().hasZones());
        checkSku(props, network, zones);
        place.region().problem(zones, false).ifPresent(problem -> {
            throw new ConstructException(this, "a zone-redundant registry " + problem);
        });
        this.resource = new com.hashicorp.cdktf.providers.azurerm.container_registry.ContainerRegistry(
                this,
                "Resource",
                ContainerRegistryConfig.builder()
                        .name(name)
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .sku(sku.azureName())
                        .adminEnabled(false)
                        .anonymousPullEnabled(false)
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .networkRuleSet(premium ? List.of(firewall(network)) : null)
                        .networkRuleBypassOption("AzureServices")
                        // Layers then come from an address of the registry's own, not from any storage account of
                        // Azure's.
                        .dataEndpointEnabled(premium)
                        .zoneRedundancyEnabled(zones)
                        .retentionPolicyInDays(props.retentionDays())
                        .tags(stack.tags())
                        .build());
        this.registryId = resource.getId();
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        network.connect(this, registryId, name, RegistryPrivateLink.REGISTRY);
    }

    /**
     * An existing registry.
     *
     * @throws ConstructException when the id is not that of a registry
     */
    public static IContainerRegistry fromRegistryId(Construct scope, String id, String registryId) {
        return new ImportedContainerRegistry(scope, id, registryId);
    }

    @Override
    public String registryId() {
        return registryId;
    }

    @Override
    public String loginServer() {
        return resource.getLoginServer();
    }

    /** Whether private endpoints can connect it. */
    public boolean isPremium() {
        return premium;
    }

    /** Bytes that images take. */
    public Metric metricStorageUsed() {
        return new Metric("Microsoft.ContainerRegistry/registries", "StorageUsed", Aggregation.AVERAGE, registryId);
    }

    private void checkSku(ContainerRegistryProps props, Network network, boolean zones) {
        if (premium) {
            return;
        }
        refuse(!network.publicAccess(), "private endpoints");
        refuse(zones, "zone redundancy");
        refuse(props.retentionDays() != null, "retention of untagged manifests");
    }

    private void refuse(boolean wanted, String what) {
        if (wanted) {
            throw new ConstructException(this, "%s needs a PREMIUM registry".formatted(what));
        }
    }

    private static ContainerRegistryNetworkRuleSet firewall(Network network) {
        return ContainerRegistryNetworkRuleSet.builder()
                .defaultAction("Deny")
                .ipRule(network.allowedIpRanges().stream()
                        .map(range -> ContainerRegistryNetworkRuleSetIpRule.builder()
                                .action("Allow")
                                .ipRange(range.contains("/") ? range : range + "/32")
                                .build())
                        .toList())
                .build();
    }
}
