package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every stack, whoever writes it. */
class PolicyTests {
    /** A number token that became text; CDKTF does not notice. */
    private static final Pattern BROKEN_NUMBER_TOKEN = Pattern.compile("-\\d\\.\\d+[eE]\\+?\\d{3}");

    private static final Pattern UNRESOLVED_TOKEN = Pattern.compile("TfToken\\[");

    /** Arguments and attributes that carry secrets. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)account_?key|access_key\\b|connection_string|shared_access_signature|instrumentation_key|"
                    + "password|client_secret|sas_token|_key\\}");

    /** The one kind of connection string that carries none: it names a database, the caller's identity logs in. */
    private static final Pattern KEYLESS_CONNECTION =
            Pattern.compile("\"connection_string\": \"Data Source=[^\";]+;Initial Catalog=[^\";]+;Encrypt=True\"");

    private static final Pattern ABSOLUTE_PATH = Pattern.compile("\"(/(home|root|tmp|work|Users)/|[A-Z]:\\\\\\\\)");

    /** Have a location but are no resources of Azure's own, and take no tags. */
    private static final Set<String> UNTAGGED = Set.of("azurerm_data_factory_integration_runtime_azure");

    @Test
    void noStackCarriesASecretABrokenTokenOrAPathOfThisMachine() throws IOException {
        for (SynthesizedStack stack : Platform.app().stacks()) {
            String synthesized = Files.readString(Platform.outdir().resolve("stacks/" + stack.name() + "/cdk.tf.json"));
            String json = KEYLESS_CONNECTION.matcher(synthesized).replaceAll("");
            for (Pattern forbidden : List.of(BROKEN_NUMBER_TOKEN, UNRESOLVED_TOKEN, SECRET, ABSOLUTE_PATH)) {
                assertThat(forbidden.matcher(json).results().map(match -> match.group()))
                        .as(stack.name() + " must not contain " + forbidden)
                        .isEmpty();
            }
        }
    }

    @Test
    void everyResourceThatTakesTagsHasThem() {
        for (Resource resource : allResources()) {
            if (resource.properties().has("location") && !UNTAGGED.contains(resource.type())) {
                assertThat(resource.properties().path("tags").has("owner"))
                        .as(resource.address() + " has the tag owner")
                        .isTrue();
            }
        }
    }

    @Test
    void twoSynthsGiveTheSameBytes(@TempDir Path other) throws IOException {
        PlatformApp.synth(new Main(Path.of("environments").toAbsolutePath()), other);
        try (Stream<Path> files = Files.walk(other)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).hasSameBinaryContentAs(Platform.outdir().resolve(other.relativize(file)));
            }
        }
    }

    @Test
    void aNewFileIsANewEnvironment(@TempDir Path environments, @TempDir Path outdir) throws IOException {
        Files.copy(Path.of("environments", "dev.json"), environments.resolve("staging.json"));
        PlatformApp.synth(new Main(environments), outdir);
        assertThat(SynthesizedApp.read(outdir).stacks())
                .extracting(SynthesizedStack::name)
                .allMatch(name -> name.startsWith("staging-"))
                .contains("staging-landing-zone");
    }

    private static List<Resource> allResources() {
        return Platform.app().stacks().stream()
                .flatMap(stack -> stack.resources().stream())
                .toList();
    }
}
