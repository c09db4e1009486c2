package io.terralake.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README shows code that is compiled and tested, links to what exists, and names the versions in use. */
class ReadmeTests {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    private final String readme = Files.readString(ROOT.resolve("README.md"));

    ReadmeTests() throws IOException {}

    @Test
    void showsCodeThatIsTested() throws IOException {
        Matcher examples = EXAMPLE.matcher(readme);
        int count = 0;
        for (; examples.find(); count++) {
            assertThat(ROOT.resolve(examples.group(1))).content().contains(examples.group(2));
        }
        assertThat(count).isEqualTo(3);
    }

    @Test
    void linksToWhatExists() {
        assertThat(LINK.matcher(readme).results().map(link -> ROOT.resolve(link.group(1))))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void namesTheVersionOfCdktfInUse() throws IOException {
        Matcher version = Pattern.compile("<cdktf.version>(.*)</cdktf.version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(readme).contains("npx --yes cdktf-cli@%s synth".formatted(version.group(1)));
    }
}
