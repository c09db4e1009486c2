package io.terralake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.AzureArm;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTests {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final AllowList BOTH = new AllowList(List.of("ml-ws-1", "ml-ws-2"));

    private int runs;
    private final UnsteadyArm arm = new UnsteadyArm("ml-ws-1", "ml-ws-2");

    @AfterEach
    void stop() {
        arm.close();
        assertThat(arm.violations())
                .as("requests of another shape than the published one")
                .isEmpty();
    }

    @Test
    void carriesTheOriginalRequestOutInEveryWorkspace() {
        assertThat(outcomes(run(Requests.ORIGINAL)))
                .containsExactly(
                        "ml-ws-1 datastore silver created",
                        "ml-ws-1 dataset accounting_dataset created version 1",
                        "ml-ws-1 dataset sales_dataset created version 1",
                        "ml-ws-2 datastore silver created",
                        "ml-ws-2 dataset accounting_dataset created version 1",
                        "ml-ws-2 dataset sales_dataset created version 1");
        JsonNode store = arm.resource("ml-ws-2", "datastores/silver");
        assertThat(store.path("accountName").asText()).isEqualTo("sourcedata");
        assertThat(store.path("serviceDataAccessAuthIdentity").asText()).isEqualTo("WorkspaceSystemAssignedIdentity");
        assertThat(store.path("credentials")).hasToString("{\"credentialsType\":\"None\"}");
        assertThat(arm.resource("ml-ws-1", "data/sales_dataset/versions/1")
                        .path("dataUri")
                        .asText())
                .endsWith("/datastores/silver/paths/sales/sales_data.csv");
    }

    /** The reference system took the time anew in each workspace. */
    @Test
    void givesEveryVersionOfARunTheSameTime() {
        run(Requests.ORIGINAL);
        for (String workspace : List.of("ml-ws-1", "ml-ws-2")) {
            JsonNode version = arm.resource(workspace, "data/sales_dataset/versions/1");
            assertThat(version.at("/tags/timestamp").asText()).isEqualTo("2026-11-21T12:00:00Z");
            assertThat(version.path("description").asText())
                    .isEqualTo("versioned data, timestamp: 2026-11-21T12:00:00Z");
        }
    }

    /** The reference system made a version on every call. */
    @Test
    void onlyReadsWhenNothingChanged() {
        run(Requests.ORIGINAL);
        Map<String, JsonNode> before = arm.state();
        arm.forgetCalls();
        assertThat(run(Requests.ORIGINAL)).allMatch(item -> item.outcome() == Outcome.UNCHANGED);
        // The datastores of each workspace, and the newest version of each dataset.
        assertThat(arm.calls()).hasSize(2 * (1 + 2)).allMatch(call -> call.startsWith("GET"));
        assertThat(arm.state()).isEqualTo(before);
    }

    @Test
    void makesAVersionOfWhatChangedOnly() {
        run(Requests.BARE);
        assertThat(outcomes(run(Requests.BARE.replace("sales/sales.csv", "sales/2026.csv"))))
                .containsExactly("ml-ws-1 datastore silver unchanged", "ml-ws-1 dataset sales new version version 2");
        assertThat(outcomes(run(Requests.BARE.replace(
                        "\"dataset_path\": \"sales/sales.csv\"",
                        "\"dataset_path\": \"sales/2026.csv\", \"type\": \"uri_folder\""))))
                .containsExactly("ml-ws-1 datastore silver unchanged", "ml-ws-1 dataset sales new version version 3");
        assertThat(arm.resource("ml-ws-1", "data/sales/versions/1")
                        .path("dataUri")
                        .asText())
                .endsWith("/paths/sales/sales.csv");
    }

    /** People choose versions too: the one that was made last counts, whatever it is called. */
    @Test
    void comparesWithTheVersionThatWasMadeLast() {
        run(Requests.BARE);
        arm.putVersion("ml-ws-1", "sales", "2026-01", "azureml://datastores/silver/paths/other.csv");
        assertThat(outcomes(run(Requests.BARE))).contains("ml-ws-1 dataset sales new version version 2");
        assertThat(outcomes(run(Requests.BARE))).contains("ml-ws-1 dataset sales unchanged version 2");
        arm.putVersion("ml-ws-1", "sales", "2026-02", "azureml://datastores/silver/paths/sales/sales.csv");
        assertThat(outcomes(run(Requests.BARE))).contains("ml-ws-1 dataset sales unchanged version 2026-02");
    }

    @Test
    void aNameWithoutNumberedVersionsGetsTheFirst() {
        arm.putVersion("ml-ws-1", "sales", "2026-01", "azureml://datastores/silver/paths/other.csv");
        assertThat(outcomes(run(Requests.BARE))).contains("ml-ws-1 dataset sales new version version 1");
    }

    /** What was made a moment ago may not be in a list yet. */
    @Test
    void aListThatLagsBehindMakesNoVersion() {
        run(Requests.BARE);
        arm.hideFromLists();
        assertThat(outcomes(run(Requests.BARE))).contains("ml-ws-1 dataset sales unchanged version 1");
        assertThat(outcomes(run(Requests.BARE.replace("sales/sales.csv", "sales/2026.csv"))))
                .contains("ml-ws-1 dataset sales new version version 2");
        String third = Requests.BARE.replace("sales/sales.csv", "sales/2027.csv");
        assertThat(outcomes(run(third))).contains("ml-ws-1 dataset sales new version version 3");
        arm.hideFromLists();
        assertThat(outcomes(run(third))).contains("ml-ws-1 dataset sales unchanged version 3");
        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void findsADatastoreThatIsNotOnTheFirstPage() {
        for (int i = 0; i < 40; i++) {
            arm.put(UnsteadyArm.workspace("ml-ws-1") + "/datastores/a" + i, JsonNodeFactory.instance.objectNode());
        }
        run(Requests.BARE);
        assertThat(outcomes(run(Requests.BARE))).contains("ml-ws-1 datastore silver unchanged");
    }

    @Test
    void findsADatastoreWhateverItsCase() {
        run(Requests.BARE);
        assertThat(outcomes(run(Requests.BARE.replace("\"silver\", \"account", "\"Silver\", \"account"))))
                .startsWith("ml-ws-1 datastore Silver unchanged");
    }

    @Test
    void makesAVersionOfEverythingOnDemand() {
        run(Requests.BARE);
        List<Item> items = new Registration(arm.connect(), new Registration.Options(4, true, false))
                .run(Requests.read(Requests.BARE), BOTH, NOW, () -> {});
        assertThat(outcomes(items)).contains("ml-ws-1 dataset sales new version version 2");
    }

    /** The reference system left a datastore as it was for ever. */
    @Test
    void updatesADatastoreThatChanged() {
        run(Requests.BARE);
        assertThat(outcomes(run(Requests.BARE.replace("sourcedata", "otherdata"))))
                .contains("ml-ws-1 datastore silver updated was sourcedata/silver");
        assertThat(arm.resource("ml-ws-1", "datastores/silver")
                        .path("accountName")
                        .asText())
                .isEqualTo("otherdata");
    }

    /** The reference system bound every dataset to the last datastore of the list. */
    @Test
    void bindsEachDatasetToItsOwnDatastore() {
        run("""
                {"datastore_definition": [
                  {"adlsgen2_datastore_name": "raw", "account_name": "sourcedata", "filesystem": "bronze"},
                  {"adlsgen2_datastore_name": "clean", "account_name": "sourcedata", "filesystem": "silver"}],
                 "dataset_definition": [
                  {"dataset_name": "a", "dataset_path": "a.csv", "datastore": "raw", "tags": {"team": "x"}, "description": "d"},
                  {"dataset_name": "b", "dataset_path": "b/", "datastore": "clean", "type": "mltable"}],
                 "workspace_definition": {"workspace_name": "ml-ws-1",
                  "subscription_id": "11111111-2222-3333-4444-555555555555", "resource_group": "test"}}
                """);
        JsonNode first = arm.resource("ml-ws-1", "data/a/versions/1");
        assertThat(first.path("dataUri").asText()).endsWith("/datastores/raw/paths/a.csv");
        assertThat(first.path("description").asText()).isEqualTo("d");
        assertThat(first.at("/tags/team").asText()).isEqualTo("x");
        JsonNode second = arm.resource("ml-ws-1", "data/b/versions/1");
        assertThat(second.path("dataUri").asText()).endsWith("/datastores/clean/paths/b/");
        assertThat(second.path("dataType").asText()).isEqualTo("mltable");
    }

    /** The reference system stopped at the first workspace that failed, and said nothing of it. */
    @Test
    void aWorkspaceThatFailsStopsNoOther() {
        arm.fault(on(path -> path.contains("ml-ws-1"), Reply.error(403, "AuthorizationFailed", "no")));
        assertThat(outcomes(run(Requests.ORIGINAL)))
                .containsExactly(
                        "ml-ws-1 datastore silver failed not allowed: the role AzureML Data Scientist or Contributor is"
                                + " needed (AuthorizationFailed: no)",
                        "ml-ws-1 dataset accounting_dataset failed not allowed: the role AzureML Data Scientist or"
                                + " Contributor is needed (AuthorizationFailed: no)",
                        "ml-ws-1 dataset sales_dataset failed not allowed: the role AzureML Data Scientist or Contributor"
                                + " is needed (AuthorizationFailed: no)",
                        "ml-ws-2 datastore silver created",
                        "ml-ws-2 dataset accounting_dataset created version 1",
                        "ml-ws-2 dataset sales_dataset created version 1");
    }

    @Test
    void saysThatThereIsNoSuchWorkspace() {
        assertThat(run(Requests.BARE.replace("ml-ws-1", "ml-ws-9"), new AllowList(List.of("ml-ws-9"))))
                .extracting(Item::detail)
                .containsOnly("there is no workspace " + UnsteadyArm.workspace("ml-ws-9"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void triesThrottledAndFailedCallsAgain(int status) {
        AtomicInteger left = new AtomicInteger(2);
        arm.fault(request -> left.getAndDecrement() > 0
                ? Optional.of(Reply.error(status, "Busy", "later").with("Retry-After", "0"))
                : Optional.empty());
        assertThat(run(Requests.BARE)).allMatch(item -> item.outcome() == Outcome.CREATED);
    }

    @Test
    void waitsAsLongAsArmAsks() {
        AtomicInteger left = new AtomicInteger(1);
        arm.fault(request -> left.getAndDecrement() > 0
                ? Optional.of(Reply.error(429, "TooManyRequests", "later").with("Retry-After", "1"))
                : Optional.empty());
        long start = System.nanoTime();
        run(Requests.BARE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void connectionsThatBreakAndAnswersThatStallAreTriedAgain() {
        AtomicInteger left = new AtomicInteger(2);
        arm.fault(request -> switch (left.getAndDecrement()) {
            case 2 -> Optional.of(Reply.none());
            case 1 -> {
                UnsteadyArm.pause(3_000);
                yield Optional.of(Reply.empty(200));
            }
            default -> Optional.empty();
        });
        assertThat(run(Requests.BARE)).allMatch(item -> item.outcome() == Outcome.CREATED);
    }

    @Test
    void saysWhyItGaveUp() {
        arm.fault(on(path -> path.contains("/data/"), Reply.error(429, "TooManyRequests", "later")));
        assertThat(run(Requests.BARE).get(1).detail())
                .isEqualTo(
                        "ARM throttles, and did so until the last try: come back later" + " (TooManyRequests: later)");
        arm.fault(on(path -> path.contains("/data/"), Reply.error(401, "ExpiredAuthenticationToken", "old")));
        assertThat(run(Requests.BARE).get(1).detail())
                .isEqualTo("the token was refused, it may have expired: log in (ExpiredAuthenticationToken: old)");
        arm.fault(on(path -> path.contains("/data/"), Reply.error(400, "LocationNotAvailable", "not in this region")));
        assertThat(run(Requests.BARE).get(1).detail()).isEqualTo("LocationNotAvailable: not in this region");
    }

    @Test
    void saysThatArmCannotBeFound() {
        Arm nowhere = AzureArm.connect(
                new AzureArm.Options("https://arm.invalid", "a-token", Duration.ofMillis(1), 1, UnsteadyArm.ADVICE),
                com.azure.core.http.HttpClient.createDefault());
        assertThat(new Registration(nowhere, new Registration.Options(2, false, false))
                        .run(Requests.read(Requests.BARE), BOTH, NOW, () -> {}))
                .allMatch(item -> item.outcome() == Outcome.FAILED)
                .allMatch(item -> String.valueOf(item.detail()).startsWith("no answer: "));
    }

    @Test
    void looksAgainWhenSomebodyElseTookTheVersion() {
        run(Requests.BARE);
        AtomicInteger left = new AtomicInteger(1);
        arm.fault(request -> {
            if (request.path().contains("/versions/2") && left.getAndDecrement() > 0) {
                arm.putVersion("ml-ws-1", "sales", "2", "azureml://datastores/silver/paths/other.csv");
            }
            return Optional.empty();
        });
        assertThat(outcomes(run(Requests.BARE.replace("sales/sales.csv", "sales/2026.csv"))))
                .contains("ml-ws-1 dataset sales new version version 3");
    }

    /** ARM stored it, and its answer was lost: the next try of the same call finds the version there. */
    @Test
    void aLostAnswerMakesNoSecondVersion() {
        run(Requests.BARE);
        AtomicInteger left = new AtomicInteger(1);
        arm.loseAnswers(request -> request.method().equals("PUT") && left.getAndDecrement() > 0);
        assertThat(outcomes(newVersions(NOW))).contains("ml-ws-1 dataset sales new version version 2");
        assertThat(versions()).isEqualTo(2);
    }

    /** No answer came, to any try; what was stored is ours all the same. */
    @Test
    void aVersionWithoutAnAnswerIsLookedFor() {
        run(Requests.BARE);
        arm.loseAnswers(
                request -> request.method().equals("PUT") && request.path().contains("/versions/"));
        assertThat(outcomes(newVersions(NOW.plusSeconds(60)))).contains("ml-ws-1 dataset sales new version version 2");
        assertThat(versions()).isEqualTo(2);
    }

    /** A version of somebody else that looks like ours, but is not of this run. */
    @Test
    void takesNoVersionOfSomebodyElseForItsOwn() {
        run(Requests.BARE);
        AtomicInteger left = new AtomicInteger(1);
        arm.fault(request -> {
            if (request.path().contains("/versions/2") && left.getAndDecrement() > 0) {
                arm.putVersion("ml-ws-1", "sales", "2", "azureml://datastores/silver/paths/sales/sales.csv");
            }
            return Optional.empty();
        });
        assertThat(outcomes(newVersions(NOW))).contains("ml-ws-1 dataset sales new version version 3");
    }

    /** Nobody waits for a token that has expired. */
    @Test
    @Timeout(10)
    void anExpiredTokenIsTriedOnce() {
        arm.fault(request -> Optional.of(Reply.error(401, "ExpiredAuthenticationToken", "old")));
        assertThat(run(Requests.BARE))
                .extracting(Item::detail)
                .containsOnly("the token was refused, it may have expired: log in (ExpiredAuthenticationToken: old)");
        assertThat(arm.calls()).hasSize(1);
    }

    private List<Item> newVersions(Instant now) {
        return new Registration(arm.connect(), new Registration.Options(4, true, false))
                .run(Requests.read(Requests.BARE), BOTH, now, () -> {});
    }

    private long versions() {
        return arm.state().keySet().stream()
                .filter(id -> id.contains("/sales/versions/"))
                .count();
    }

    @Test
    void keepsToItsBound() {
        arm.latency(20);
        new Registration(arm.connect(), new Registration.Options(3, false, false))
                .run(Requests.read(Requests.ORIGINAL), BOTH, NOW, () -> {});
        assertThat(arm.mostAtOnce()).isBetween(2, 3);
    }

    @Test
    void aDryRunReadsOnly() {
        List<Item> items = new Registration(arm.connect(), new Registration.Options(4, false, true))
                .run(Requests.read(Requests.ORIGINAL), BOTH, NOW, () -> {});
        assertThat(items).allMatch(item -> item.outcome() == Outcome.CREATED);
        assertThat(arm.calls()).allMatch(call -> call.startsWith("GET"));
    }

    /** A run that goes on after it was killed says what it did, not what it found of its own. */
    @Test
    void aRunThatGoesOnKnowsItsOwnVersions() {
        run(Requests.BARE);
        String changed = Requests.BARE.replace("sales/sales.csv", "sales/2026.csv");
        assertThat(outcomes(run(changed, NOW.plusSeconds(60)))).contains("ml-ws-1 dataset sales new version version 2");
        assertThat(outcomes(run(changed, NOW.plusSeconds(60)))).contains("ml-ws-1 dataset sales new version version 2");
        assertThat(outcomes(run(changed, NOW.plusSeconds(61)))).contains("ml-ws-1 dataset sales unchanged version 2");
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    @Timeout(20)
    void aRunThatIsInterruptedBeginsNothingMore() throws InterruptedException {
        arm.latency(200);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread run = new Thread(() -> {
            try {
                run(Requests.ORIGINAL);
            } catch (CancellationException e) {
                thrown.set(e);
            }
        });
        run.start();
        while (arm.calls().isEmpty()) {
            Thread.sleep(5);
        }
        run.interrupt();
        run.join();
        assertThat(thrown.get()).hasMessage("interrupted");
        Thread.sleep(1_000);
        assertThat(arm.calls()).noneMatch(call -> call.contains("/data/"));
    }

    /** Whatever was done when a run died is left alone by the next, the rest is done: nothing twice. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 9})
    void aRerunFinishesWhatARunThatDiedBegan(int callsUntilDeath) {
        AtomicInteger left = new AtomicInteger(callsUntilDeath);
        arm.fault(request -> left.getAndDecrement() > 0 ? Optional.empty() : Optional.of(Reply.none()));
        assertThat(run(Requests.ORIGINAL)).anyMatch(Item::failed);
        arm.fault(request -> Optional.empty());
        assertThat(run(Requests.ORIGINAL)).noneMatch(Item::failed);
        assertThat(arm.state().keySet())
                .filteredOn(id -> id.contains("/versions/"))
                .hasSize(4)
                .allMatch(id -> id.endsWith("/versions/1"));
    }

    @Test
    void registersInDeclaredWorkspacesOnly() {
        assertThatThrownBy(() -> run(Requests.ORIGINAL, new AllowList(List.of(UnsteadyArm.workspace("ml-ws-1")))))
                .isInstanceOf(BadInputException.class)
                .hasMessage("workspace \"%s\" is not allowed, there are [%s]"
                        .formatted(UnsteadyArm.workspace("ml-ws-2"), UnsteadyArm.workspace("ml-ws-1")));
        assertThat(arm.calls()).isEmpty();
    }

    @Test
    void registersInAllDeclaredWorkspacesWhenTheRequestNamesNone() {
        String request = Requests.BARE.replaceFirst("(?s)\"workspace_definition.*?},", "");
        AllowList declared = new AllowList(List.of(UnsteadyArm.workspace("ml-ws-1"), UnsteadyArm.workspace("ml-ws-2")));
        assertThat(run(request, declared)).extracting(Item::target).containsOnly("ml-ws-1", "ml-ws-2");
        assertThatThrownBy(() -> run(request, new AllowList(List.of())))
                .hasMessage("the request names no workspace_definition, and no workspace is declared");
    }

    private List<Item> run(String request) {
        return run(request, BOTH);
    }

    private List<Item> run(String request, Instant now) {
        return new Registration(arm.connect(), new Registration.Options(8, false, false))
                .run(Requests.read(request), BOTH, now, () -> {});
    }

    private List<Item> run(String request, AllowList allowed) {
        return new Registration(arm.connect(), new Registration.Options(8, false, false))
                .run(Requests.read(request), allowed, NOW.plusSeconds(runs++), () -> {});
    }

    private static List<String> outcomes(List<Item> items) {
        return items.stream()
                .map(item -> "%s %s %s %s%s"
                        .formatted(
                                item.target(),
                                item.kind(),
                                item.name(),
                                item.outcome(),
                                item.detail() == null ? "" : " " + item.detail()))
                .toList();
    }

    private static Function<Request, Optional<Reply>> on(Predicate<String> path, Reply answer) {
        return request -> path.test(request.path()) ? Optional.of(answer) : Optional.empty();
    }
}
