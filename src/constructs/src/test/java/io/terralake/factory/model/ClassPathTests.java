package io.terralake.factory.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClientProvider;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models come without what asks Azure for something: a synth has no HTTP client, and does not pay for one. */
class ClassPathTests {

    @Test
    void noClientOfHttpIsThere() {
        assertThat(ServiceLoader.load(HttpClientProvider.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"io.netty.channel.Channel", "reactor.core.publisher.Mono", "reactor.netty.http.client.HttpClient"
            })
    void itsParametersAreNotThereEither(String name) {
        assertThat(ClassPathTests.class.getClassLoader().getResource(name.replace('.', '/') + ".class"))
                .isNull();
    }

    @Test
    void theModelsBringFourFiles() {
        List<String> azure = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .filter(name -> name.startsWith("azure-"))
                .map(name -> name.replaceAll("-[0-9.]+\\.jar$", ""))
                .sorted()
                .toList();
        assertThat(azure)
                .containsExactly(
                        "azure-core", "azure-core-management", "azure-json", "azure-resourcemanager-datafactory");
    }
}
