package io.terralake.diagrams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.SynthesizedApp;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformPictureTests {
    private static final Map<String, String> LABELS =
            Map.of("acme_lake", "R&D lake", "acme_boat", "Boat", "acme_sail", "Sail");

    @TempDir
    Path folder;

    @Test
    void drawsACardForEachStackOfTheEnvironmentOnTheOneThatTheyRead() {
        assertThat(PlatformPicture.of(app(), "dev", LABELS))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"830\" height=\"212\" ")
                .contains("<title id=\"title\">The stacks of environment dev and their services</title>")
                .contains("<desc id=\"desc\">zone has R&amp;D lake. boats has Boat, Sail and uses R&amp;D lake.</desc>")
                .contains("<text class=\"stack\" x=\"15\" y=\"24\">boats</text>")
                .contains("<text class=\"stack\" x=\"15\" y=\"199\">zone</text>")
                .containsOnlyOnce(">Boat</text>")
                .containsOnlyOnce(">R&amp;D lake</text>")
                .contains(">shared by the stacks above</text>");
    }

    @Test
    void drawsWhatUsesWhat() {
        assertThat(PlatformPicture.of(app(), "dev", LABELS))
                .contains("<path class=\"line flow\" d=\"M401,53 C415,53 415,53 424,53\"/>")
                .contains("<path class=\"line use\" d=\"M415,84 V135\"/>");
    }

    @Test
    void isTheSameForTheSameStacks() {
        assertThat(PlatformPicture.of(app(), "dev", LABELS)).isEqualTo(PlatformPicture.of(app(), "dev", LABELS));
    }

    @Test
    void canBeReadInLightAndInDarkMode() {
        String picture = PlatformPicture.of(app(), "dev", LABELS);
        assertThat(picture)
                .contains("@media (prefers-color-scheme: dark)")
                .doesNotContain("<script", "url(", "@import");
        assertThat(Pattern.compile("(\\d+)px").matcher(picture).results().map(size -> Integer.parseInt(size.group(1))))
                .allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(12));
    }

    @Test
    void drawsAStackThatStandsAlone() {
        assertThat(PlatformPicture.of(app(), "prod", LABELS))
                .contains("<desc id=\"desc\">zone has R&amp;D lake.</desc>")
                .doesNotContain("shared by", "class=\"card\"");
    }

    @Test
    void refusesAnEnvironmentWithoutLabelledResources() {
        assertThatThrownBy(() -> PlatformPicture.of(app(), "test", LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no labelled resource in an environment \"test\","
                        + " the stacks are [dev-boats, dev-zone, prod-zone]");
    }

    private SynthesizedApp app() {
        return Stacks.read(folder, Map.of("dev-zone", zone("dev"), "prod-zone", zone("prod"), "dev-boats", """
                        {"resource": {
                          "acme_boat": {"B": {"//": {"metadata": {"path": "dev-boats/Boat/Resource"}}, "with": "${acme_sail.S.id}"}},
                          "acme_sail": {"S": {"//": {"metadata": {"path": "dev-boats/Sail/Resource"}},
                            "on": "${data.terraform_remote_state.cross-stack-reference-input-dev-zone.outputs.lake}"}}}}
                        """));
    }

    private static String zone(String environment) {
        return """
                {"resource": {"acme_lake": {"L": {"//": {"metadata": {"path": "%s-zone/Lake/Resource"}}, "name": "l"}}},
                 "output": {"lake": {"value": "${acme_lake.L.id}"}}}
                """.formatted(environment);
    }
}
