package io.terralake.functions.deviceimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.messages.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageEventTests {
    private static final String CLOUD = """
        {"specversion":"1.0","source":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/lake",\
        "subject":"/blobServices/default/containers/images/blobs/2026/a b'.json","type":"Microsoft.Storage.BlobCreated",\
        "id":"1","time":"2026-11-26T07:00:00Z","data":{"api":"PutBlob"}}""";

    @Test
    void readsBothSchemas() {
        assertThat(ImageEvent.of(TestBlobs.event("a.json")))
                .isEqualTo(new ImageEvent("stimagesdev", "images", "a.json", "FlushWithClose"));
        assertThat(ImageEvent.of(CLOUD)).isEqualTo(new ImageEvent("lake", "images", "2026/a b'.json", "PutBlob"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | the message is no JSON: \"hello\"",
                "'' | the message is no event, one JSON object: \"\"",
                "{} {} | the message is no JSON: \"{} {}\"",
                "[] | the message is no event, one JSON object: \"[]\"",
                "null | the message is no event, one JSON object: \"null\"",
                "{} | the event has no /eventType",
                "{\"specversion\":\"1.0\"} | the event has no /type",
                "{\"eventType\":7} | the event's /eventType is \"7\": a text is allowed",
                "{\"eventType\":\"Microsoft.Storage.BlobDeleted\"} | the event is \"Microsoft.Storage.BlobDeleted\":"
                        + " Microsoft.Storage.BlobCreated is allowed",
                "{\"eventType\":\"Microsoft.Storage.BlobCreated\"} | the event has no /subject",
                "{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"images/a.json\"} | the event's /subject is"
                        + " \"images/a.json\": /blobServices/default/containers/<container>/blobs/<blob> is allowed",
                "{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/a/blobs/b\"}"
                        + " | the event has no /topic",
                "{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":\"/blobServices/default/containers/a/blobs/b\","
                        + "\"topic\":\"x\"} | the event's /topic is \"x\": …/storageAccounts/<account> is allowed",
            })
    void refusesWhatIsNoSuchEvent(String message, String reason) {
        assertThatThrownBy(() -> ImageEvent.of(message))
                .isInstanceOf(RejectedException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../secrets/a.json", "a/../../secrets/a.json", "a/./b.json", "a/.."})
    void refusesNamesThatLeadOut(String name) {
        assertThatThrownBy(() -> ImageEvent.of(TestBlobs.event(name)))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("the event's /subject is ");
        assertThat(ImageEvent.of(TestBlobs.event("a..b/.c/...json")).blob()).isEqualTo("a..b/.c/...json");
    }

    @Test
    void showsNoMoreThanSomebodyReads() {
        assertThatThrownBy(() -> ImageEvent.of("x".repeat(40_000)))
                .hasMessage("the message is no JSON: \"%s\"… (40000 characters)".formatted("x".repeat(60)));
    }
}
