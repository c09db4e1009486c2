package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import java.util.List;
import java.util.Optional;
import software.constructs.Construct;

/**
 * Delivers events of a topic: each at least once, in no order. The topic's identity delivers, and writes what could not be delivered to the
 * dead-letter container; its roles are granted on exactly these, and the subscription waits until they work. Made by azapi: azurerm's resource
 * has no TLS version for webhooks, and seven kinds of destination only.
 *
 * <p>Event Grid comes from the internet, never by a private endpoint. Firewalls of storage accounts and of Event Hubs namespaces let it pass
 * because its topic has a system-assigned identity and they let trusted services of Azure through. Whether they do where public network access
 * is off altogether, as in private mode, Microsoft's documents on Event Grid do not say: watch {@link ISystemTopic#metricDeliveryFailures}.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/consume-private-endpoints">Deliver events using private link service</a>
 */
public final class EventSubscription extends StackPart {
    private static final NamingRule NAMING =
            NamingRule.of("event subscription", "evgs", 3, 64, "[A-Za-z0-9-]+", "letters, digits and hyphens");

    private final String eventSubscriptionId;
    private final String name;

    /** @throws ConstructException with everything that Azure would refuse, or that would never be delivered */
    public EventSubscription(Construct scope, String id, EventSubscriptionProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.name = PlatformStack.of(this).nameOf(this, NAMING, props.name());
        List<String> problems = Contract.at(this, "", () -> SubscriptionChecks.of(props));
        if (!problems.isEmpty()) {
            throw new ConstructException(this, String.join("; ", problems));
        }
        ISystemTopic topic = props.topic();
        EventDestination destination = props.destination();
        Optional<Grant> access = Contract.ask(this, destination, "accessFor", () -> destination.accessFor(topic));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", Contract.at(this, "", () -> new SubscriptionBody(props, access.isPresent()).json()));
        AzapiResource resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type("Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15")
                        .name(name)
                        .parentId(Contract.ask(this, topic, "systemTopicId", topic::systemTopicId))
                        .body(body)
                        .build());
        this.eventSubscriptionId = resource.resourceId();
        access.ifPresent(grant -> grant.applyBefore(this));
        if (props.deadLetter() != null) {
            props.deadLetter().grantWrite(topic).applyBefore(this);
        }
    }

    /** The Azure id of the subscription. */
    public String eventSubscriptionId() {
        return eventSubscriptionId;
    }

    /** Its name. */
    public String eventSubscriptionName() {
        return name;
    }
}
