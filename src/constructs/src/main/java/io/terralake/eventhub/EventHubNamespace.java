package io.terralake.eventhub;

import com.hashicorp.cdktf.providers.azurerm.eventhub_namespace.EventhubNamespace;
import com.hashicorp.cdktf.providers.azurerm.eventhub_namespace.EventhubNamespaceConfig;
import com.hashicorp.cdktf.providers.azurerm.eventhub_namespace.EventhubNamespaceIdentity;
import com.hashicorp.cdktf.providers.azurerm.eventhub_namespace.EventhubNamespaceNetworkRulesets;
import com.hashicorp.cdktf.providers.azurerm.eventhub_namespace.EventhubNamespaceNetworkRulesetsIpRule;
import com.hashicorp.cdktf.providers.azurerm.eventhub_namespace.EventhubNamespaceNetworkRulesetsVirtualNetworkRule;
import io.terralake.azure.NamingRule;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.identity.ManagedIdentity;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/**
 * A namespace in the Standard tier, the first that captures and has consumer groups of one's own. Keys are off: who sends and
 * receives is an Entra identity. It grows under load up to a limit, and its firewall denies by default.
 */
public final class EventHubNamespace extends AbstractEventHubNamespace implements ManagedIdentity {
    private static final NamingRule NAMING = NamingRule.of(
            "event hub namespace",
            "evhns",
            6,
            50,
            "[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?(?<!-sb|-mgmt)",
            "letters, digits and hyphens inside, a letter first, not -sb or -mgmt at the end");

    private final EventhubNamespace resource;
    private final String namespaceId;

    public EventHubNamespace(Construct scope, String id, EventHubNamespaceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(stack);
        String name = stack.nameOf(this, NAMING, props.name());
        int units = Objects.requireNonNull(props.throughputUnits());
        int most = Objects.requireNonNull(props.maximumThroughputUnits());
        this.resource = new EventhubNamespace(
                this,
                "Resource",
                EventhubNamespaceConfig.builder()
                        .name(name)
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .sku("Standard")
                        .capacity(units)
                        .autoInflateEnabled(most > units)
                        .maximumThroughputUnits(most > units ? most : 0)
                        .localAuthenticationEnabled(false)
                        .minimumTlsVersion("1.2")
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .networkRulesets(List.of(rules(network)))
                        .identity(EventhubNamespaceIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .tags(stack.tags())
                        .build());
        this.namespaceId = resource.getId();
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        network.connect(this, namespaceId, name, EventHubPrivateLink.NAMESPACE);
    }

    /**
     * An existing namespace.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a namespace
     */
    public static IEventHubNamespace fromNamespaceId(Construct scope, String id, String namespaceId) {
        return new ImportedEventHubNamespace(scope, id, namespaceId);
    }

    @Override
    public String namespaceId() {
        return namespaceId;
    }

    @Override
    public String namespaceName() {
        return resource.getName();
    }

    @Override
    public Optional<ManagedIdentity> identity() {
        return Optional.of(this);
    }

    @Override
    public String resourceId() {
        return namespaceId;
    }

    @Override
    public String principalId() {
        return resource.getIdentity().getPrincipalId();
    }

    /** How many requests were refused because the units were used up. */
    public Metric metricThrottledRequests() {
        return new Metric("Microsoft.EventHub/namespaces", "ThrottledRequests", Aggregation.TOTAL, namespaceId);
    }

    private static EventhubNamespaceNetworkRulesets rules(Network network) {
        return EventhubNamespaceNetworkRulesets.builder()
                .defaultAction("Deny")
                .publicNetworkAccessEnabled(network.publicAccess())
                .trustedServiceAccessEnabled(true)
                .ipRule(network.allowedIpRanges().stream()
                        .map(range -> EventhubNamespaceNetworkRulesetsIpRule.builder()
                                .ipMask(range)
                                .action("Allow")
                                .build())
                        .toList())
                .virtualNetworkRule(network.allowedSubnetIds().stream()
                        .map(subnet -> EventhubNamespaceNetworkRulesetsVirtualNetworkRule.builder()
                                .subnetId(subnet)
                                // A subnet of other services' machines stays outside, which is no reason to fail.
                                .ignoreMissingVirtualNetworkServiceEndpoint(true)
                                .build())
                        .toList())
                .build();
    }
}
