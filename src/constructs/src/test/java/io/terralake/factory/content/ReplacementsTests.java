package io.terralake.factory.content;

import static io.terralake.factory.content.FactoryFolder.EXPORTED;
import static io.terralake.factory.content.FactoryFolder.SHOP;
import static io.terralake.factory.content.FactoryFolder.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.ArtifactKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplacementsTests {

    @Test
    void replacesAnything() {
        assertThat(replaced(
                        ofLake("/typeProperties/url", "https://b"),
                        ofLake("/annotations", List.of("a", "b")),
                        ofLake("/annotations/1", null),
                        ofLake("/description", "the lake"),
                        ofLake("/typeProperties", Map.of("url", "https://c", "tenant", 1))))
                .hasToString(
                        "{\"type\":\"AzureBlobFS\",\"annotations\":[\"a\"],\"typeProperties\":{\"tenant\":1,\"url\":"
                                + "\"https://c\"},\"description\":\"the lake\"}");
    }

    @Test
    void needsNoParameterForWhatIsReplaced() {
        FactoryFiles files = FactoryFiles.read(EXPORTED, options(ofLake("/typeProperties/url", "https://b")));
        assertThat(files.findings()).isEmpty();
        assertThat(files.artifacts()
                        .get(0)
                        .properties()
                        .at("/typeProperties/url")
                        .asText())
                .isEqualTo("https://b");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(said(
                        SHOP,
                        options(
                                Replacement.ofLinkedService("Late", "/typeProperties/url", "x"),
                                new Replacement(ArtifactKind.DATASET, "lake", "/typeProperties/url", "x"),
                                ofLake("/typeProperties/urls/0", "x"),
                                ofLake("/typeProperty", "x"),
                                ofLake("/annotations/0", "x"),
                                ofLake("/typeProperties/tenant", null))))
                .containsExactly(
                        "a replacement is for the linked service \"Late\", which is not there, there are [Lake, Orders, Vault]",
                        "a replacement is for the dataset \"lake\", which is not there, a linked service has the name",
                        "linkedService/Lake.json#/properties/typeProperties/urls/0: a replacement is for a place that is not there; the"
                                + " nearest is \"url\"; to add something, replace all of \"/typeProperties\"",
                        "linkedService/Lake.json#/properties/typeProperty: a replacement is for a place that is not there; the nearest"
                                + " is \"typeProperties\"",
                        "linkedService/Lake.json#/properties/annotations/0: a replacement is for a place that is not there; to add"
                                + " something, replace all of \"/annotations\"",
                        "linkedService/Lake.json#/properties/typeProperties/tenant: a replacement is for a place that is not there; to"
                                + " add something, replace all of \"/typeProperties\"");
    }

    @Test
    void refusesPointersThatAreNone() {
        for (String pointer : List.of("", "/", "typeProperties/url")) {
            assertThatThrownBy(() -> ofLake(pointer, "x"))
                    .hasMessage(
                            "pointer \"%s\" is not allowed: a JSON pointer from the properties, such as /typeProperties/url"
                                    .formatted(pointer));
        }
    }

    private static JsonNode replaced(Replacement... replacements) {
        FactoryFiles files = FactoryFiles.read(SHOP, options(replacements));
        assertThat(files.findings()).isEmpty();
        return files.artifacts().stream()
                .filter(artifact -> artifact.name().equals("Lake"))
                .findFirst()
                .orElseThrow()
                .properties();
    }

    private static Replacement ofLake(String pointer, @Nullable Object value) {
        return Replacement.ofLinkedService("lake", pointer, value);
    }

    private static ReadOptions options(Replacement... replacements) {
        return ReadOptions.builder().replacements(Arrays.asList(replacements)).build();
    }
}
