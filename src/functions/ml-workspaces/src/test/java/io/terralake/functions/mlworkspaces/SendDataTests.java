package io.terralake.functions.mlworkspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.http.Reply;
import io.terralake.functions.http.Response;
import io.terralake.functions.testing.QuietLog;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are right, each defect of the reference system among them. */
@ExtendWith(QuietLog.class)
class SendDataTests {
    private final UnsteadyArm arm = new UnsteadyArm("ml-ws-1", "ml-ws-2");
    private final MemoryRequests requests = new MemoryRequests();
    private final SendData api = new SendData(arm, requests);

    @AfterEach
    void askedArmAsItIsPublished() {
        assertThat(arm.violations()).isEmpty();
        arm.close();
    }

    @Test
    void registersTheOriginalRequest() {
        Response response = api.post(Requests.ORIGINAL);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "no-store");
        assertThat(SendData.json(response).path("succeeded").asBoolean()).isTrue();
        assertThat(SendData.items(response))
                .containsExactly(
                        "ml-ws-1 datastore silver created",
                        "ml-ws-1 dataset accounting_dataset created version 1",
                        "ml-ws-1 dataset sales_dataset created version 1",
                        "ml-ws-2 datastore silver created",
                        "ml-ws-2 dataset accounting_dataset created version 1",
                        "ml-ws-2 dataset sales_dataset created version 1");
        assertThat(requests.isEmpty()).isTrue();
        assertThat(api.queue).isEmpty();
    }

    @Test
    void answersExactly() {
        assertThat(new String(api.post(Requests.BARE).body())).isEqualTo("""
                {"timestamp":"2026-11-26T08:00:00.251Z","succeeded":true,"items":[\
                {"target":"ml-ws-1","kind":"datastore","name":"silver","outcome":"created"},\
                {"target":"ml-ws-1","kind":"dataset","name":"sales","outcome":"created","detail":"version 1"}]}""");
    }

    /** Defect of the reference system: every dataset went to the last datastore of the list. */
    @Test
    void everyDatasetIsOnItsOwnDatastore() {
        api.post("""
                {"workspace_definition": [{"workspace_name": "ml-ws-1",
                  "subscription_id": "11111111-2222-3333-4444-555555555555", "resource_group": "test"}],
                 "datastore_definition": [
                  {"adlsgen2_datastore_name": "raw", "account_name": "sourcedata", "filesystem": "bronze"},
                  {"adlsgen2_datastore_name": "clean", "account_name": "otherdata", "filesystem": "silver"}],
                 "dataset_definition": [
                  {"dataset_name": "a", "dataset_path": "a.csv", "datastore": "raw"},
                  {"dataset_name": "b", "dataset_path": "b.csv", "datastore": "clean"}]}""");
        assertThat(arm.resource("ml-ws-1", "data/a/versions/1").path("dataUri").asText())
                .endsWith("/datastores/raw/paths/a.csv");
        assertThat(arm.resource("ml-ws-1", "data/b/versions/1").path("dataUri").asText())
                .endsWith("/datastores/clean/paths/b.csv");
    }

    /** Defect: the time was another one in each workspace. */
    @Test
    void versionsHaveTheSameTimestampInAllWorkspaces() {
        arm.latency(30);
        Response response = api.post(Requests.ORIGINAL);
        assertThat(SendData.json(response).path("timestamp").asText()).isEqualTo("2026-11-26T08:00:00.251Z");
        for (String workspace : List.of("ml-ws-1", "ml-ws-2")) {
            for (String dataset : List.of("accounting_dataset", "sales_dataset")) {
                JsonNode version = arm.resource(workspace, "data/%s/versions/1".formatted(dataset));
                assertThat(version.at("/tags/timestamp").asText()).isEqualTo("2026-11-26T08:00:00.251Z");
                assertThat(version.path("description").asText())
                        .isEqualTo("versioned data, timestamp: 2026-11-26T08:00:00.251Z");
            }
        }
    }

    /** Defect: every request made a version of everything. */
    @Test
    void whatIsUnchangedGetsNoVersion() {
        api.post(Requests.ORIGINAL);
        arm.forgetCalls();
        assertThat(SendData.items(api.post(Requests.ORIGINAL)))
                .containsExactly(
                        "ml-ws-1 datastore silver unchanged",
                        "ml-ws-1 dataset accounting_dataset unchanged version 1",
                        "ml-ws-1 dataset sales_dataset unchanged version 1",
                        "ml-ws-2 datastore silver unchanged",
                        "ml-ws-2 dataset accounting_dataset unchanged version 1",
                        "ml-ws-2 dataset sales_dataset unchanged version 1");
        assertThat(arm.calls()).allMatch(call -> call.startsWith("GET"));
    }

    @Test
    void whatChangedGetsTheNextVersion() {
        api.post(Requests.BARE);
        assertThat(SendData.items(api.post(Requests.BARE.replace("sales/sales.csv", "sales/2026.csv"))))
                .containsExactly("ml-ws-1 datastore silver unchanged", "ml-ws-1 dataset sales new version version 2");
    }

    /** Defect: the first workspace that failed ended everything, and nobody was told which. */
    @Test
    void aWorkspaceThatFailsStopsNoOther() {
        arm.fault(request -> request.path().contains("ml-ws-1")
                ? Optional.of(Reply.error(403, "AuthorizationFailed", "no"))
                : Optional.empty());
        Response response = api.post(Requests.ORIGINAL);
        assertThat(response.status()).isEqualTo(207);
        assertThat(SendData.json(response).path("succeeded").asBoolean(true)).isFalse();
        String refused =
                "failed not allowed: the role AzureML Data Scientist or Contributor is needed (AuthorizationFailed: no)";
        assertThat(SendData.items(response))
                .containsExactly(
                        "ml-ws-1 datastore silver " + refused,
                        "ml-ws-1 dataset accounting_dataset " + refused,
                        "ml-ws-1 dataset sales_dataset " + refused,
                        "ml-ws-2 datastore silver created",
                        "ml-ws-2 dataset accounting_dataset created version 1",
                        "ml-ws-2 dataset sales_dataset created version 1");
    }

    /** Defect: a datastore stayed for ever as it was first. */
    @Test
    void aDatastoreThatChangedIsUpdated() {
        api.post(Requests.BARE);
        assertThat(SendData.items(api.post(Requests.BARE.replace("sourcedata", "otherdata"))))
                .contains("ml-ws-1 datastore silver updated was sourcedata/silver");
        assertThat(arm.resource("ml-ws-1", "datastores/silver")
                        .path("accountName")
                        .asText())
                .isEqualTo("otherdata");
    }

    /** Defect: the secret of a service principal stood in every datastore. */
    @Test
    void noDatastoreHasASecret() {
        api.post(Requests.BARE);
        JsonNode datastore = arm.resource("ml-ws-1", "datastores/silver");
        assertThat(datastore.path("credentials")).hasToString("{\"credentialsType\":\"None\"}");
        assertThat(datastore.path("serviceDataAccessAuthIdentity").asText())
                .isEqualTo("WorkspaceSystemAssignedIdentity");
    }

    @Test
    void noAnswerHasASecretThatArmRepeats() {
        arm.fault(request -> Optional.of(
                Reply.error(400, "Bad", "you sent Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJl")));
        assertThat(SendData.items(api.post(Requests.BARE)))
                .contains("ml-ws-1 dataset sales failed Bad: you sent Bearer ***");
    }

    @Test
    void registersInAllAllowedWorkspacesWhenNoneIsNamed() {
        String request = Requests.BARE.replaceFirst("(?s)\"workspace_definition.*?},", "");
        assertThat(SendData.items(api.post(request)))
                .containsExactly(
                        "ml-ws-1 datastore silver created",
                        "ml-ws-1 dataset sales created version 1",
                        "ml-ws-2 datastore silver created",
                        "ml-ws-2 dataset sales created version 1");
    }

    @Test
    void tellsWhatThrottledCallsAdvise() {
        arm.fault(request -> request.path().contains("/data/")
                ? Optional.of(Reply.error(429, "TooManyRequests", "later"))
                : Optional.empty());
        assertThat(SendData.items(api.post(Requests.BARE)))
                .containsExactly(
                        "ml-ws-1 datastore silver created",
                        "ml-ws-1 dataset sales failed ARM throttles, and did so until the last try: come back later"
                                + " (TooManyRequests: later)");
    }

    @Test
    void tellsThatArmDoesNotAnswer() {
        arm.fault(request -> Optional.of(Reply.none()));
        Response response = api.post(Requests.BARE);
        assertThat(response.status()).isEqualTo(207);
        assertThat(SendData.items(response)).allMatch(item -> item.contains(" failed no answer: "));
    }

    @Test
    void acceptsWhatTheCallerWantsLater() {
        for (String preference : List.of("respond-async", "wait=10, Respond-Async", "respond-async; x")) {
            Response response = api.send(SendData.post(
                    SendData.with(SendData.headers(SendData.FACTORY), "prefer", preference), Requests.BARE));
            assertThat(response.status()).as(preference).isEqualTo(202);
        }
        assertThat(arm.calls()).isEmpty();
        assertThat(api.send(SendData.post(
                                SendData.with(SendData.headers(SendData.FACTORY), "prefer", "no-respond-async"),
                                Requests.BARE))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void acceptsWhatIsMoreThanArmTakesInTime() {
        String sets = IntStream.range(0, RegistrationsApi.MOST_AT_ONCE)
                .mapToObj("{\"dataset_name\": \"set%1$d\", \"dataset_path\": \"%1$d.csv\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        String request =
                Requests.BARE.replace("{\"dataset_name\": \"sales\", \"dataset_path\": \"sales/sales.csv\"}", sets);
        Response response = api.post(request);
        assertThat(response.status()).isEqualTo(202);
        String id = api.queue.get(0);
        assertThat(response.headers())
                .containsEntry("Location", "https://ml.example/send_data/" + id)
                .containsEntry("Retry-After", "5");
        assertThat(new String(response.body())).isEqualTo("{\"id\":\"%s\"}".formatted(id));
        assertThat(arm.calls()).isEmpty();
    }

    /** ARM may be slow, or throttle: what was begun is gone on with, under the same time. */
    @Test
    void acceptsWhatTakesLongerThanAGatewayWaits() throws InterruptedException {
        arm.latency(200);
        api.longest(Duration.ofMillis(700));
        Response response = api.post(Requests.ORIGINAL.replace("\"sales_dataset\"", "\"sales\""));
        assertThat(response.status()).isEqualTo(202);
        arm.latency(0);
        Thread.sleep(1_000);
        assertThat(api.handler().handle(api.queue.get(0))).isEmpty();
        Response over = api.get(response.headers().get("Location"), SendData.FACTORY);
        assertThat(over.status()).isEqualTo(200);
        assertThat(SendData.items(over))
                .filteredOn(item -> item.contains(" dataset "))
                .hasSize(4)
                .allMatch(item -> item.endsWith(" created version 1"));
        assertThat(SendData.json(over).path("timestamp").asText()).isEqualTo("2026-11-26T08:00:00.251Z");
    }
}
