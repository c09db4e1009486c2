package io.terralake.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.eventhub.EventHub;
import io.terralake.functionapp.FunctionApp;
import io.terralake.storage.IQueue;
import io.terralake.storage.Queue;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTests {
    private static final String GROUP = PlatformTeam.RESOURCE_GROUP + "/providers/";

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void aQueueKeepsMessagesForEver() {
        assertThat(json(QueueDestination.of(queue())))
                .isEqualTo("{'endpointType':'StorageQueue','properties':{'resourceId':'"
                        + PlatformTeam.LAKE
                        + "','queueName':'orders','queueMessageTimeToLiveInSeconds':-1}}");
    }

    @Test
    void aQueueKeepsMessagesForAsLongAsSaid() {
        assertThat(json(QueueDestination.builder()
                        .queue(queue())
                        .messageTimeToLive(Duration.ofDays(7))
                        .build()))
                .contains("'queueMessageTimeToLiveInSeconds':604800}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT1.5S", "PT596523H14M8S"})
    void refusesATimeThatAzureRefuses(Duration time) {
        assertThatThrownBy(() -> new QueueDestination(queue(), time))
                .hasMessage(
                        "message time to live %s is not allowed: a second or more, in whole seconds, 2147483647 at most"
                                .formatted(time));
    }

    @Test
    void aHubGetsEventsWithProperties() {
        assertThat(json(EventHubDestination.builder()
                        .hub(EventHub.fromEventHubId(
                                stack, "Hub", GROUP + "Microsoft.EventHub/namespaces/evhns-hub/eventhubs/orders"))
                        .properties(List.of(
                                DeliveryProperty.ofEvent("PartitionKey", "data.clientRequestId"),
                                DeliveryProperty.fixed("source", "lake")))
                        .build()))
                .isEqualTo("{'endpointType':'EventHub','properties':{'resourceId':'"
                        + GROUP
                        + "Microsoft.EventHub/namespaces/evhns-hub/eventhubs/orders','deliveryAttributeMappings':["
                        + "{'name':'PartitionKey','type':'Dynamic','properties':{'sourceField':'data.clientRequestId'}},"
                        + "{'name':'source','type':'Static','properties':{'value':'lake','isSecret':false}}]}}");
    }

    @Test
    void aFunctionIsNamedByItsId() {
        assertThat(json(function("onEvent")))
                .isEqualTo(
                        "{'endpointType':'AzureFunction','properties':{'resourceId':'"
                                + GROUP
                                + "Microsoft.Web/sites/shop/functions/onEvent','maxEventsPerBatch':1,'preferredBatchSizeInKilobytes':64}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "on event", "a/b"})
    void refusesWhatIsNoFunction(String name) {
        assertThatThrownBy(() -> function(name))
                .hasMessage("function \"%s\" is not allowed: 1 to 128 letters, digits, '_' and '-', a letter first"
                        .formatted(name));
    }

    @Test
    void aWebhookIsCalledWithATokenOfEntra() {
        assertThat(json(WebhookDestination.builder()
                        .url("https://hooks.example.com:8443/a?tenant=b")
                        .tenantId(PlatformTeam.SUBSCRIPTION)
                        .applicationId("api://hooks")
                        .batching(
                                Batching.builder().events(5000).kilobytes(1024).build())
                        .build()))
                .isEqualTo("{'endpointType':'WebHook','properties':{"
                        + "'endpointUrl':'https://hooks.example.com:8443/a?tenant=b','minimumTlsVersionAllowed':'1.2',"
                        + "'azureActiveDirectoryTenantId':'11111111-2222-3333-4444-555555555555',"
                        + "'azureActiveDirectoryApplicationIdOrUri':'api://hooks',"
                        + "'maxEventsPerBatch':5000,'preferredBatchSizeInKilobytes':1024}}");
    }

    @Test
    void aWebhookMayBeAHostThatTerraformKnows() {
        String host = stack.resourceGroup().getLocation();
        assertThat(webhook("https://" + host + "/a").url()).endsWith("/a");
        assertThat(webhook(host).url()).isEqualTo(host);
        assertThatThrownBy(() -> webhook("https://" + host + "/a?code=b"))
                .hasMessageContaining("its parameter \"code\" is a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a",
                "example.com/a",
                "https:///a",
                "https://example.com/a b",
                "HTTPS://example.com/a"
            })
    void refusesWhatIsNoAddress(String url) {
        assertThatThrownBy(() -> webhook(url))
                .hasMessage("webhook \"%s\" is not allowed: an address that begins with https://".formatted(url));
    }

    /** What is no address may have a secret all the same. */
    @ParameterizedTest
    @CsvSource({
        "http://example.com/a?code=s3cret, http://example.com/a?…",
        "https://example.com/a b?sig=s3cret, https://example.com/a b?…",
        "https://example.com/a#access_token=s3cret, https://example.com/a#…",
        "https://a:s3/cret@example.com/ b, https://…@example.com/ b",
        "https://a:s3cret?@example.com/ b, https://……"
    })
    void refusesWhatIsNoAddressWithoutRepeatingASecret(String url, String shown) {
        assertThatThrownBy(() -> webhook(url))
                .hasMessage("webhook \"%s\" is not allowed: an address that begins with https://".formatted(shown));
    }

    /** The message does not repeat the secret. */
    @ParameterizedTest
    @CsvSource({
        "code, https://example.com/a?code=s3cret",
        "sig, https://example.com/a?sv=1.0&sig=s3cret",
        "key, https://example.com/a?Key=s3cret",
        "subscription-key, https://example.com/a?b=c&subscription-key=s3cret",
        "c%6fde, https://example.com/a?c%6fde=s3cret"
    })
    void refusesASecretInTheAddress(String name, String url) {
        assertThatThrownBy(() -> webhook(url))
                .hasMessage(
                        "the address of a webhook is not allowed: its parameter \"%s\" is a secret; take an application of"
                                + " Entra instead",
                        name.replace("%6f", "o"));
    }

    @Test
    void refusesAPasswordInTheAddress() {
        assertThatThrownBy(() -> webhook("https://a:s3cret@example.com/"))
                .hasMessage("the address of a webhook is not allowed: it has a user or password in it");
    }

    @Test
    void refusesHalfAnApplication() {
        var webhook = WebhookDestination.builder().url("https://example.com/");
        assertThatThrownBy(() -> webhook.tenantId(PlatformTeam.SUBSCRIPTION).build())
                .hasMessage("a webhook needs both tenantId and applicationId, or none of them");
        assertThatThrownBy(() ->
                        webhook.tenantId("contoso").applicationId("api://a").build())
                .hasMessage("tenant \"contoso\" is not a GUID");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 64, batch of 0 is not allowed: 1 to 5000 events",
        "5001, 64, batch of 5001 is not allowed: 1 to 5000 events",
        "1, 0, batch of 0 is not allowed: 1 to 1024 KB",
        "1, 1025, batch of 1025 is not allowed: 1 to 1024 KB"
    })
    void refusesABatchThatAzureRefuses(int events, int kilobytes, String message) {
        assertThatThrownBy(() -> new Batching(events, kilobytes)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aeg-id", "AEG-id", "a b", "Authorization"})
    void refusesAPropertyThatIsNotOnesOwn(String name) {
        assertThatThrownBy(() -> DeliveryProperty.fixed(name, "x"))
                .hasMessage(
                        "delivery property \"%s\" is not allowed: letters, digits, '_' and '-', without aeg- before it, and not Authorization"
                                .formatted(name));
    }

    @Test
    void refusesPropertiesThatAzureRefuses() {
        assertThat(DeliveryProperty.fixed("a", "ö".repeat(2048)).value()).hasSize(2048);
        assertThatThrownBy(() -> DeliveryProperty.fixed("a", "ö".repeat(2049)))
                .hasMessage("the value of delivery property \"a\" is too long: 4096 bytes at most");
        assertThatThrownBy(() -> new DeliveryProperty("a", null, null))
                .hasMessage("delivery property \"a\" needs one of value and sourceField");
        assertThatThrownBy(() -> new DeliveryProperty("a", "b", "c"))
                .hasMessage("delivery property \"a\" needs one of value and sourceField");
        List<DeliveryProperty> eleven = IntStream.range(0, 11)
                .mapToObj(i -> DeliveryProperty.fixed("a" + i, "x"))
                .toList();
        assertThatThrownBy(() -> DeliveryProperty.check(eleven))
                .hasMessage("11 delivery properties are not allowed: 10 at most");
        assertThatThrownBy(() -> DeliveryProperty.check(
                        List.of(DeliveryProperty.fixed("a", "x"), DeliveryProperty.fixed("A", "y"))))
                .hasMessage("delivery property \"a\" is there twice");
    }

    private static String json(EventDestination destination) {
        return destination.endpoint().toString().replace('"', '\'');
    }

    private static WebhookDestination webhook(String url) {
        return WebhookDestination.builder().url(url).build();
    }

    private FunctionDestination function(String name) {
        return FunctionDestination.builder()
                .app(FunctionApp.fromFunctionAppId(stack, "App", GROUP + "Microsoft.Web/sites/shop"))
                .function(name)
                .build();
    }

    private IQueue queue() {
        return Queue.fromQueueId(stack, "Queue", PlatformTeam.LAKE + "/queueServices/default/queues/orders");
    }
}
