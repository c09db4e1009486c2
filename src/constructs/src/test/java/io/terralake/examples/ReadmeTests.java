package io.terralake.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README and the guides show code that is compiled and tested, and name the versions in use. */
class ReadmeTests {
    private static final Pattern CLI = Pattern.compile("cdktf-cli@(\\S+) ");

    @Test
    void everyExampleIsCodeThatIsTested() throws IOException {
        List<Page.Example> examples =
                Page.all().stream().flatMap(page -> page.examples().stream()).toList();
        assertThat(examples)
                .hasSize(22)
                .allSatisfy(example -> assertThat(example.source()).content().contains(example.code()));
    }

    @Test
    void everyCommandNamesTheVersionOfCdktfInUse() throws IOException {
        List<String> named = Page.all().stream()
                .flatMap(page -> CLI.matcher(page.text()).results())
                .map(match -> match.group(1))
                .toList();
        assertThat(named).isNotEmpty().containsOnly(versionInUse());
    }

    @Test
    void theReadmeIsReadInTwoMinutes() {
        Page readme = Page.read(Page.ROOT.resolve("README.md"));
        assertThat(readme.text().lines().count()).isLessThanOrEqualTo(150);
    }

    private static String versionInUse() throws IOException {
        return Pattern.compile("<cdktf.version>(.*)</cdktf.version>")
                .matcher(Files.readString(Page.ROOT.resolve("pom.xml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
