package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.monitoring.ActionGroup;
import io.terralake.monitoring.LogSink;
import io.terralake.policy.Policy;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the guide on events says. */
class EventsExampleTests {

    @Test
    void oneTopicHasBothSubscriptions() {
        PlatformStack stack = example(Stacks.publicStack());
        assertThat(stack)
                .hasResourceCount("azurerm_eventgrid_system_topic", 1)
                .hasResource("azapi_resource", """
                        {
                          name: 'order-events',
                          parent_id: textLike('${azurerm_eventgrid_system_topic.Orders_Events_Topic_*.id}'),
                        }
                        """)
                .hasResource("azapi_resource", """
                        {
                          name: 'order-deletions',
                          parent_id: textLike('${azurerm_eventgrid_system_topic.Orders_Events_Topic_*.id}'),
                          body: {properties: {destination: {properties: {
                            endpointUrl: 'https://partner.example.com/deletions',
                            azureActiveDirectoryApplicationIdOrUri: 'api://partner',
                          }}}},
                        }
                        """)
                .hasResource("azurerm_monitor_metric_alert", """
                        {
                          scopes: [textLike('${azurerm_eventgrid_system_topic.*.id}')],
                          criteria: [{metric_name: 'DeadLetteredCount', aggregation: 'Total'}],
                        }
                        """);
    }

    /** The topic's identity has one role on the container that both subscriptions give up to. */
    @Test
    void grantsEachRoleOnce() {
        assertThat(example(Stacks.publicStack())).hasResourceCount("azurerm_role_assignment", 4);
    }

    @Test
    void keepsToThePolicyInBothModes() {
        for (PlatformStack stack : List.of(example(Stacks.publicStack()), example(Stacks.privateStack()))) {
            SynthesizedStack synthesized = SynthesizedStack.of(stack);
            assertThat(Policy.standard().check(synthesized.name(), synthesized.jsonWithMetadata()))
                    .isEmpty();
        }
    }

    private static PlatformStack example(PlatformStack stack) {
        stack.share(LogSink.class, Stacks.LOGS);
        new EventsExample(
                stack,
                "Orders",
                new DataLake(stack, "Lake", DataLakeProps.builder().build()),
                Principal.servicePrincipal("app", PlatformTeam.SUBSCRIPTION),
                ActionGroup.fromActionGroupId(stack, "Team", PlatformTeam.ACTION_GROUP),
                PlatformTeam.SUBSCRIPTION);
        return stack;
    }
}
