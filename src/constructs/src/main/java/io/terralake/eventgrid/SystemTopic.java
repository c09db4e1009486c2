package io.terralake.eventgrid;

import com.hashicorp.cdktf.providers.azurerm.eventgrid_system_topic.EventgridSystemTopic;
import com.hashicorp.cdktf.providers.azurerm.eventgrid_system_topic.EventgridSystemTopicConfig;
import com.hashicorp.cdktf.providers.azurerm.eventgrid_system_topic.EventgridSystemTopicIdentity;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import java.util.Objects;
import java.util.Optional;
import software.constructs.Construct;

/**
 * The events of one resource of Azure, such as a storage account. A resource has one topic, which all of its subscriptions share; its
 * system-assigned identity delivers to what is behind a firewall. Nothing can be sent to it from outside.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/system-topics">System topics in Azure Event Grid</a>
 */
public final class SystemTopic extends AbstractSystemTopic {
    private static final NamingRule NAMING =
            NamingRule.of("system topic", "egst", 3, 128, "[A-Za-z0-9-]+", "letters, digits and hyphens");

    private final EventgridSystemTopic resource;
    private final String systemTopicId;
    private final EventSource source;

    /** @throws ConstructException when the name is not allowed, or the platform has a topic of the source already */
    public SystemTopic(Construct scope, String id, SystemTopicProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        Placement place = Placement.of(this);
        this.source = props.source();
        String sourceId = Contract.ask(this, source, "resourceId", source::resourceId);
        KnownTopics.add(this, sourceId);
        this.resource = new EventgridSystemTopic(
                this,
                "Resource",
                EventgridSystemTopicConfig.builder()
                        .name(stack.nameOf(this, NAMING, props.name(), props.purpose()))
                        .resourceGroupName(place.resourceGroupName())
                        .location(Objects.requireNonNullElse(props.location(), place.location()))
                        .sourceResourceId(TerraformText.literal(sourceId))
                        .topicType(TerraformText.literal(Contract.ask(this, source, "topicType", source::topicType)))
                        .identity(EventgridSystemTopicIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .tags(stack.tags())
                        .build());
        this.systemTopicId = resource.getId();
        stack.protection().keepAddress(resource);
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
    }

    /**
     * An existing topic.
     *
     * @param systemTopicId its Azure id
     * @param principalId the object id of its system-assigned identity, which delivers
     * @throws ConstructException when the id is not that of a system topic
     */
    public static ISystemTopic fromSystemTopicId(Construct scope, String id, String systemTopicId, String principalId) {
        return new ImportedSystemTopic(scope, id, systemTopicId, principalId);
    }

    @Override
    public String systemTopicId() {
        return systemTopicId;
    }

    @Override
    public String systemTopicName() {
        return resource.getName();
    }

    @Override
    public Optional<EventSource> source() {
        return Optional.of(source);
    }

    @Override
    public String principalId() {
        return resource.getIdentity().getPrincipalId();
    }
}
