package io.terralake.functions.modelevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.functions.testing.QuietLog;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered, and what the queue gets. */
@ExtendWith(QuietLog.class)
class EventsApiTests {
    private static final String FIRST = TestEvents.runCompleted("1");
    private static final String SECOND = TestEvents.blob("BlobCreated", "training", "a.csv");

    private final List<String> queue = new ArrayList<>();
    private final Handler api =
            new EventsApi(queue::addAll).forRole("Events.Send").guarded();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/CloudEvents+json;charset=\"UTF-8\"",
                "application/cloudevents-batch+json"
            })
    void takesABatch(String type) {
        assertThat(post(type, "[%s,%s]".formatted(FIRST, SECOND)))
                .isEqualTo("200 {Cache-Control=no-store, Content-Type=application/json} {\"accepted\":2}");
        assertThat(queue).containsExactly(FIRST, SECOND);
    }

    @Test
    void takesOneEvent() {
        String event = TestEvents.cloudEvent("Microsoft.KeyVault.SecretExpired", "a", "{}");
        assertThat(post("application/cloudevents+json", event))
                .startsWith("200 ")
                .endsWith("{\"accepted\":1}");
        assertThat(queue).containsExactly(event);
    }

    @Test
    void losesNoEventForAnotherOne() {
        String body = "[%s,{\"eventType\":\"Microsoft.Storage.BlobCreated\"},7,%s]".formatted(FIRST, SECOND);
        assertThat(post("application/json", body)).isEqualTo("""
                400 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"2 of 4 events were accepted","errors":[\
                {"pointer":"/1/id","detail":"is missing"},{"pointer":"/1/subject","detail":"is missing"},\
                {"pointer":"/1/eventTime","detail":"is missing"},{"pointer":"/1/data","detail":"is missing"},\
                {"pointer":"/2","detail":"an event is an object, not a number"}]}""");
        assertThat(queue).containsExactly(FIRST, SECOND);
    }

    @Test
    void tellsNoMoreThanSomebodyReads() {
        assertThat(post("application/json", "[%s7]".formatted("7,".repeat(99))))
                .contains("0 of 100 events were accepted", "{\"pointer\":\"/49\"")
                .doesNotContain("/50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []            | the body has no event      | ,"errors":[{"pointer":"","detail":"a list of at least one event is allowed"}]
            {"id"         | the body is no JSON        | ,"errors":[{"pointer":"","detail":"\\"{\\\\\\"id\\\\\\"\\""}]
            [] []         | the body is no JSON        | ,"errors":[{"pointer":"","detail":"\\"[] []\\""}]
            "a"           | 0 of 1 events were accepted | ,"errors":[{"pointer":"","detail":"an event is an object, not a text"}]
            [{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{}}] | the handshake has no code | ,"errors":[{"pointer":"/0/data/validationCode","detail":"a text is allowed"}]
            """)
    void refuses(String body, String detail, String errors) {
        assertThat(post("application/json", body)).isEqualTo("""
                400 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"%s"%s}""", detail, errors);
        assertThat(queue).isEmpty();
    }

    @Test
    void refusesNothing() {
        assertThat(post("application/json", "")).startsWith("400 ").contains("the body is no JSON");
        assertThat(post("application/json", TestEvents.event("1", "Microsoft.Foo.Bar", "a", "{}")))
                .startsWith("400 ")
                .contains(
                        "{\"pointer\":\"/eventType\",\"detail\":\"\\\"Microsoft.Foo.Bar\\\" is not known: the source");
        assertThat(post("application/json", TestEvents.blob("BlobCreated", "training", "../a")))
                .startsWith("400 ")
                .contains("a path without the segments . and .. is allowed");
        assertThat(queue).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=utf-16",
                "application/xml"
            })
    void refusesOtherTypes(String type) {
        assertThat(post(type, FIRST)).isEqualTo("""
                415 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Unsupported Media Type","status":415,"detail":"the content type \\"%s\\" is not \
                allowed: one of [application/cloudevents+json, application/cloudevents-batch+json, application/json], in UTF-8"}""", type);
        assertThat(queue).isEmpty();
    }

    /** A batch of Event Grid has at most 1 MiB. */
    @Test
    void refusesWhatIsTooLarge() {
        String longest = "[%s%s]".formatted(FIRST, " ".repeat((1 << 20) - FIRST.length() - 2));
        assertThat(post("application/json", longest)).startsWith("200 ");
        assertThat(queue).containsExactly(FIRST);
        assertThat(post("application/json", longest + " ")).isEqualTo("""
                413 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Content Too Large","status":413,\
                "detail":"the body has 1048577 bytes: at most 1048576 are allowed"}""");
        assertThat(queue).hasSize(1);
    }

    /** A message of a queue has 48 KiB before it is encoded. */
    @Test
    void shortensAnEventThatTheQueueDoesNotTake() {
        String tags = "\"runId\":\"a\",\"runTags\":{\"a\":\"%s\"}".formatted("x".repeat(500_000));
        assertThat(post("application/json", TestEvents.run("1", "RunCompleted", tags)))
                .startsWith("200 ");
        Event event = TestEvents.read(queue.get(0));
        assertThat(event.data().toString())
                .startsWith("{\"runId\":\"a\",\"truncated\":true,\"bytes\":500032,\"source\":\"/sub");
        assertThat(Dispatch.of(event).payload().path("truncated").asBoolean()).isTrue();

        String extended = FIRST.replaceFirst("\\{", "{\"more\":\"%s\",".formatted("x".repeat(49_152)));
        assertThat(post("application/json", extended)).startsWith("400 ").contains("""
                {"pointer":"","detail":"the event is too large without its data: at most 49152 bytes are allowed"}""");
        assertThat(queue).hasSize(1);
    }

    @Test
    void answersTheHandshakeOfEventGrid() {
        String event = TestEvents.event(
                "1",
                "Microsoft.EventGrid.SubscriptionValidationEvent",
                "",
                "{\"validationCode\":\"512d38b6-c7b8-40c8-89fe-f46f9e9622b6\",\"validationUrl\":\"https://a.example\"}");
        assertThat(post("application/json", "[%s]".formatted(event))).isEqualTo("""
                200 {Cache-Control=no-store, Content-Type=application/json} \
                {"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}""");
        assertThat(queue).isEmpty();
    }

    @Test
    void answersTheHandshakeOfCloudEvents() {
        assertThat(options(Map.of("WebHook-Request-Origin", "eventgrid.azure.net")))
                .isEqualTo("200 {Allow=POST, WebHook-Allowed-Origin=eventgrid.azure.net} ");
        assertThat(options(Map.of("webhook-request-origin", "eventgrid.azure.net", "WebHook-Request-Rate", "120")))
                .isEqualTo("200 {Allow=POST, WebHook-Allowed-Origin=eventgrid.azure.net, WebHook-Allowed-Rate=120} ");
        assertThat(options(Map.of())).isEqualTo("""
                400 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Bad Request","status":400,\
                "detail":"the header WebHook-Request-Origin is \\"\\": the name of a host is allowed"}""");
        assertThat(options(Map.of("WebHook-Request-Origin", "a\r\nSet-Cookie: b")))
                .startsWith("400 ");
    }

    /** App Service lets no token of another audience through: then there is no caller. */
    @ParameterizedTest
    @CsvSource({"POST", "OPTIONS"})
    void refusesWhoMayNot(String method) {
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));
        headers.put("WebHook-Request-Origin", "eventgrid.azure.net");
        assertThat(call(method, headers, FIRST)).isEqualTo("""
                401 {Cache-Control=no-store, Content-Type=application/problem+json, WWW-Authenticate=Bearer} \
                {"type":"about:blank","title":"Unauthorized","status":401,"detail":"the request has no caller"}""");
        headers.put("X-MS-CLIENT-PRINCIPAL", caller("Datasets.Register"));
        assertThat(call(method, headers, FIRST)).isEqualTo("""
                403 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Forbidden","status":403,"detail":"the caller has not the role Events.Send"}""");
        assertThat(queue).isEmpty();
    }

    @Test
    void onlyPosts() {
        assertThat(call("GET", Map.of("X-MS-CLIENT-PRINCIPAL", caller("Events.Send")), ""))
                .startsWith("405 ")
                .contains("GET is not allowed: POST");
    }

    private String post(String type, String body) {
        return call("POST", Map.of("Content-Type", type, "X-MS-CLIENT-PRINCIPAL", caller("Events.Send")), body);
    }

    private String options(Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("X-MS-CLIENT-PRINCIPAL", caller("Events.Send"));
        return call("OPTIONS", all, "");
    }

    private String call(String method, Map<String, String> headers, String body) {
        Response response = api.handle(new Request(method, URI.create("/events"), headers, body));
        Map<String, String> answered = new TreeMap<>(response.headers());
        answered.remove("X-Content-Type-Options");
        return "%d %s %s".formatted(response.status(), answered, new String(response.body(), StandardCharsets.UTF_8));
    }

    private static String caller(String role) {
        return Base64.getEncoder()
                .encodeToString("{\"claims\":[{\"typ\":\"roles\",\"val\":\"%s\"}]}"
                        .formatted(role)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
