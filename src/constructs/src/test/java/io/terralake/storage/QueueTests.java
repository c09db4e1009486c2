package io.terralake.storage;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.RemovalPolicy;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.constructs.Construct;

class QueueTests {
    private static final String QUEUE = PlatformTeam.LAKE + "/queueServices/default/queues/orders";
    private static final Principal APP = Principal.servicePrincipal("app", PlatformTeam.SUBSCRIPTION);

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void isMadeByTheManagementPlane() {
        queue(lake(stack), "image-events");
        assertThat(stack).hasResource("azurerm_storage_queue", """
                {
                  name: 'image-events',
                  storage_account_id: textLike('${azurerm_storage_account.Lake_*.id}'),
                  storage_account_name: absent,
                  lifecycle: absent,
                }
                """);
    }

    @Test
    void isRetainedWhenSaid() {
        new Queue(
                stack,
                "Queue",
                QueueProps.builder()
                        .account(lake(stack))
                        .name("orders")
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build());
        assertThat(stack).hasResource("azurerm_storage_queue", "{lifecycle: {prevent_destroy: true}}");
    }

    @Test
    void givesTheAccountOnePrivateEndpointForAllQueues() {
        PlatformStack closed = Stacks.privateStack();
        DataLake lake = lake(closed);
        assertThat(closed).hasResourceCount("azurerm_private_endpoint", 2);
        queue(lake, "orders");
        queue(lake, "orders-poison");
        assertThat(closed)
                .hasResourceCount("azurerm_private_endpoint", 3)
                .hasResource("azurerm_private_endpoint", """
                        {
                          name: 'pep-stlakeslaketestweu-queue',
                          private_service_connection: {
                            private_connection_resource_id: textLike('${azurerm_storage_account.*.id}'),
                            subresource_names: ['queue'],
                          },
                        }
                        """)
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.queue.core.windows.net'}");
    }

    @Test
    void sendsTheLogsOfTheQueueServiceOnce() {
        stack.share(LogSink.class, Stacks.LOGS);
        DataLake lake = lake(stack);
        queue(lake, "orders");
        queue(lake, "orders-poison");
        assertThat(stack)
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 2)
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {
                          target_resource_id: textLike('${azurerm_storage_account.*.id}/queueServices/default'),
                          enabled_log: [{category_group: 'audit'}],
                          enabled_metric: [{category: 'Transaction'}],
                        }
                        """);
    }

    @Test
    void leavesAnAccountOfOthersAsItIs() {
        stack.share(LogSink.class, Stacks.LOGS);
        PlatformStack closed = Stacks.privateStack();
        queue(DataLake.fromAccountId(stack, "Other", PlatformTeam.LAKE), "orders");
        queue(DataLake.fromAccountId(closed, "Other", PlatformTeam.LAKE), "orders");
        assertThat(stack)
                .hasResource("azurerm_storage_queue", "{storage_account_id: '%s'}".formatted(PlatformTeam.LAKE))
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 0);
        assertThat(closed).hasResourceCount("azurerm_private_endpoint", 0);
    }

    @Test
    void grantsTheLeastRoleOnTheQueue() {
        Queue queue = queue(lake(stack), "orders");
        queue.grantSend(APP);
        queue.grantProcess(APP);
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Queue Data Message Sender',
                          scope: textLike('${azurerm_storage_queue.*.id}'),
                          principal_id: '11111111-2222-3333-4444-555555555555',
                        }
                        """)
                .hasResource("azurerm_role_assignment", "{role_definition_name: 'Storage Queue Data Contributor'}")
                .hasResourceCount("azurerm_role_assignment", 2);
    }

    @Test
    void twoGrantsAreOneThatOthersWaitFor() {
        DataLake lake = lake(stack);
        Queue orders = queue(lake, "orders");
        orders.grantSend(APP).and(orders.grantProcess(APP)).applyBefore(queue(lake, "later"));
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 2).hasResource("azurerm_storage_queue", """
                        {name: 'later', depends_on: [
                          textLike('azurerm_role_assignment.*StorageQueueDataMessageSender*'),
                          textLike('time_sleep.*StorageQueueDataMessageSender*'),
                          textLike('azurerm_role_assignment.*StorageQueueDataContributor*'),
                          textLike('time_sleep.*StorageQueueDataContributor*'),
                        ]}
                        """);
    }

    @Test
    void importsAQueueAndGrantsOnIt() {
        IQueue imported = Queue.fromQueueId(stack, "Orders", QUEUE);
        imported.grantSend(APP);
        assertThat(imported.queueName()).isEqualTo("orders");
        assertThat(imported.queueId()).isEqualTo(QUEUE);
        assertThat(imported.account().accountId()).isEqualTo(PlatformTeam.LAKE);
        assertThat(imported.account().accountName()).isEqualTo("sthub");
        assertThat(stack)
                .hasResourceCount("azurerm_storage_queue", 0)
                .hasResource("azurerm_role_assignment", "{scope: '%s'}".formatted(QUEUE));
    }

    @Test
    void importsNothingButQueues() {
        assertThatThrownBy(() -> Queue.fromQueueId(stack, "Orders", PlatformTeam.LAKE))
                .hasMessage(
                        "\"%s\" is the id of a Microsoft.Storage/storageAccounts, /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Storage/storageAccounts/<name>/queueServices/<name>/queues/<name> is needed (at test-stack/Orders)"
                                .formatted(PlatformTeam.LAKE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Orders", "-orders", "orders-", "a--b", "a_b"})
    void refusesANameThatAzureRefuses(String name) {
        DataLake lake = lake(stack);
        assertThatThrownBy(() -> queue(lake, name))
                .hasMessage(
                        "queue name \"%s\" (%d characters) is not allowed: 3 to 63 characters, lower-case letters, digits and single hyphens inside (at test-stack/%s)"
                                .formatted(name, name.length(), name));
    }

    @Test
    void aLakeIsCalledAfterItsPurpose() {
        new DataLake(stack, "Lake", DataLakeProps.builder().purpose("images").build());
        assertThat(SynthesizedStack.of(stack)
                        .resources("azurerm_storage_account")
                        .get(0)
                        .properties()
                        .path("name")
                        .asText())
                .isEqualTo("stlakesimagestestweu");
    }

    private static DataLake lake(PlatformStack stack) {
        return new DataLake(stack, "Lake", DataLakeProps.builder().build());
    }

    private static Queue queue(IStorageAccount account, String name) {
        return new Queue(
                PlatformStack.of((Construct) account),
                name,
                QueueProps.builder().account(account).name(name).build());
    }
}
