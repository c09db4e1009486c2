package io.terralake.functions.deviceimages.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class QueueHostTests {
    @Test
    void doesWhatTheHostIsTold() throws IOException {
        JsonNode queues =
                new ObjectMapper().readTree(new File("src/main/app/host.json")).at("/extensions/queues");
        assertThat(queues.path("batchSize").asInt()).isEqualTo(LocalCommand.BATCH);
        assertThat(queues.path("maxDequeueCount").asInt()).isEqualTo(LocalCommand.MOST_ATTEMPTS);
    }
}
