package io.terralake.functions.modelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.http.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an event, and where. */
class EventReaderTests {
    @Test
    void tellsAllThatIsMissing() {
        assertThat(TestEvents.mistakes("{}", "/3"))
                .containsExactly(
                        new Mistake("/3/id", "is missing"),
                        new Mistake("/3/eventType", "is missing"),
                        new Mistake("/3/subject", "is missing"),
                        new Mistake("/3/eventTime", "is missing"),
                        new Mistake("/3/data", "is missing"));
        assertThat(TestEvents.mistakes("{\"specversion\":\"1.0\"}", ""))
                .containsExactly(
                        new Mistake("/id", "is missing"),
                        new Mistake("/type", "is missing"),
                        new Mistake("/source", "is missing"),
                        new Mistake("/data", "is missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7                     | an event is an object, not a number
            []                    | an event is an object, not a list
            "{}"                  | an event is an object, not a text
            null                  | an event is an object, not null
            """)
    void wantsAnObject(String json, String detail) {
        assertThat(TestEvents.mistakes(json, "/0")).containsExactly(new Mistake("/0", detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"specversion":"0.3"}  | /specversion | "0.3" is not allowed: 1.0
            {"id":7}               | /id          | a text is allowed, not a number
            {"id":" "}             | /id          | " " is not allowed: 1 to 128 characters
            {"id":"a\\u0000"}      | /id          | "a\\u0000" is not allowed: there are control characters, or halves of characters
            {"id":"a\\ud83d"}      | /id          | "a\ud83d" is not allowed: there are control characters, or halves of characters
            {"eventTime":"today"}  | /eventTime   | "today" is not allowed: a time such as 2026-11-26T08:00:00Z is allowed
            {"data":"[1]"}         | /data        | an object is allowed, not a list
            {"data":"none"}        | /data        | an object is allowed, not a text
            {"data":null}          | /data        | an object is allowed, not null
            {"topic":[]}           | /topic       | a text is allowed, not a list
            """)
    void tellsWhatIsWrong(String json, String pointer, String detail) {
        assertThat(TestEvents.mistakes(json, "")).contains(new Mistake(pointer, detail));
    }

    @Test
    void wantsAnIdOfReasonableLength() {
        assertThat(TestEvents.mistakes("{\"id\":\"%s\"}".formatted("x".repeat(129)), ""))
                .contains(new Mistake(
                        "/id",
                        "\"%s\"… (129 characters) is not allowed: 1 to 128 characters".formatted("x".repeat(60))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RunCompleted                       | Microsoft.<source>.<name> is allowed
            Contoso.Storage.BlobCreated        | Microsoft.<source>.<name> is allowed
            Microsoft.Storage                  | Microsoft.<source>.<name> is allowed
            Microsoft.Storage.Blob-Created     | Microsoft.<source>.<name> is allowed
            Microsoft.Storage.BlobUpdated      | of Storage one of [BlobCreated, BlobDeleted, BlobRenamed, DirectoryCreated, DirectoryRenamed, DirectoryDeleted] is allowed
            Microsoft.Storage.blobcreated      | of Storage one of [BlobCreated, BlobDeleted, BlobRenamed, DirectoryCreated, DirectoryRenamed, DirectoryDeleted] is allowed
            Microsoft.MachineLearningServices.RunFailed | of MachineLearningServices one of [ModelRegistered, ModelDeployed, RunCompleted, DatasetDriftDetected, RunStatusChanged] is allowed
            Microsoft.Web/serverfarms.AppServicePlanUpdated | the source is allowed to be one of [AppConfiguration, ContainerRegistry, Devices, EventHub, KeyVault, MachineLearningServices, Maps, Media, Resources, ServiceBus, SignalRService, Storage, Web/sites]
            """)
    void knowsItsTypes(String type, String allowed) {
        assertThat(TestEvents.mistakes("{\"eventType\":\"%s\"}".formatted(type), ""))
                .contains(new Mistake("/eventType", "\"%s\" is not known: %s".formatted(type, allowed)));
    }

    /** GitHub takes 100 characters. */
    @Test
    void wantsATypeThatGitHubTakes() {
        String longest = "Microsoft.KeyVault.%s.%s".formatted("a".repeat(60), "b".repeat(30));
        assertThat(EventType.of(longest).dispatch()).hasSize(100).startsWith("keyvault-aaa");
        assertThatThrownBy(() -> EventType.of(longest + "b")).hasMessage("at most 100 characters are allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/blobServices/default/containers/training/blobs/../secret",
                "/blobServices/default/containers/../blobs/a",
                "/blobServices/default/containers/training/blobs/a/..",
                "/blobServices/default/containers/training/blobs/./a",
                "/blobServices/default/containers/training/blobs/a\\\\..\\\\b",
                "/blobServices/default/containers/training/blobs/%2e%2E/b",
            })
    void leavesNoContainer(String subject) {
        assertThat(TestEvents.mistakes(TestEvents.event("1", "Microsoft.Storage.BlobCreated", subject, "{}"), ""))
                .containsExactly(new Mistake(
                        "/subject",
                        "\"%s\" is not allowed: a path without the segments . and .. is allowed".formatted(subject)));
        assertThat(TestEvents.mistakes(
                        TestEvents.event("1", "Microsoft.MachineLearningServices.RunCompleted", subject, "{}"), ""))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "/blobServices/default/containers/A/blobs/a",
                "/blobServices/default/containers/a-/blobs/a",
                "/blobServices/default/containers/a/blobs/",
                "/fileServices/default/a",
                "/blobServices/default/containers/a"
            })
    void wantsASubjectThatIsABlob(String subject) {
        assertThat(TestEvents.mistakes(TestEvents.event("1", "Microsoft.Storage.BlobCreated", subject, "{}"), ""))
                .containsExactly(new Mistake(
                        "/subject",
                        "\"%s\" is not allowed: /blobServices/default/containers/<container>/blobs/<blob> is allowed"
                                .formatted(subject)));
    }

    @Test
    void takesNamesThatOnlyLookLikeAWayOut() {
        Event event = TestEvents.read(TestEvents.blob("DirectoryCreated", "$web", "..a/b..c/..."));
        assertThat(Subject.of(event)).isEqualTo(new Subject("$web", "..a/b..c/..."));
    }
}
