package io.terralake.functions.mlworkspaces.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import io.terralake.azurite.RunningAzurite;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.mlworkspaces.Accepted;
import io.terralake.functions.mlworkspaces.Report;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests in real blobs. */
class BlobRequestsTests {
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    @RegisterExtension
    static final RunningAzurite azurite = new RunningAzurite(Path.of("../device-images"));

    private final BlobContainerClient container =
            new LocalStorage(azurite.blobs(), azurite.queues()).container("requests-" + UUID.randomUUID());
    private final BlobRequests requests = new BlobRequests(container);

    @Test
    void areFoundAsTheyWerePut() {
        assertThat(requests.find(ID)).isEmpty();
        Accepted request = new Accepted(ID, "caller", "2026-11-26T08:00:00Z", "{\"ä\": 1}", null, null);
        requests.put(request);
        assertThat(requests.find(ID)).contains(request);
        assertThat(container.getBlobClient(ID + ".json").downloadContent()).hasToString("""
                {"id":"%s","caller":"caller","timestamp":"2026-11-26T08:00:00Z","body":"{\\"ä\\": 1}"}""".formatted(ID));
        Report report = new Report(
                "2026-11-26T08:00:00Z",
                List.of(
                        new Item("ml-ws-1", "datastore", "silver", Outcome.UNCHANGED, null),
                        new Item("ml-ws-1", "dataset", "sales", Outcome.NEW_VERSION, "version 2")));
        Accepted over = new Accepted(ID, "caller", "2026-11-26T08:00:00Z", "{}", report, null);
        requests.put(over);
        assertThat(requests.find(ID)).contains(over);
    }

    @Test
    void sayThatTheyCannotBeRead() {
        container.getBlobClient(ID + ".json").upload(BinaryData.fromString("{"));
        assertThatThrownBy(() -> requests.find(ID))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("accepted requests cannot be read or written");
        container.delete();
        assertThatThrownBy(() -> requests.find(ID)).isInstanceOf(UnavailableException.class);
    }
}
