package io.terralake.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"owner", "cost centre", "1st", "größe", "a:b", "hidden-title", "${var.x}"})
    void takesNamesThatAzureTakes(String name) {
        assertThat(TagRule.RESOURCE.problems(Map.of(name, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b", "a>b", "a%b", "a&b", "a\\b", "a?b", "a/b", "", " ", "owner ", "\towner", "a\u0000b"})
    void refusesCharactersThatAzureRefuses(String name) {
        assertThat(TagRule.RESOURCE.problems(Map.of(name, "x")))
                .isEqualTo(Map.of(
                        name,
                        List.of("tag name \"%s\" is not allowed: 1 to 512 characters, none of <>%%&\\?/"
                                .formatted(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"azure", "AzureOwner", "microsoft.team", "Windows-update"})
    void leavesAzuresNamesToAzure(String name) {
        assertThat(TagRule.RESOURCE.problems(Map.of(name, "x")))
                .isEqualTo(Map.of(
                        name,
                        List.of(
                                "tag name \"%s\" is not allowed: those that begin with azure, microsoft, windows are Azure's"
                                        .formatted(name))));
    }

    @Test
    void knowsHowLongNamesAndValuesMayBe() {
        String name = "n".repeat(512);
        assertThat(TagRule.RESOURCE.problems(Map.of(name, "v".repeat(256)))).isEmpty();
        assertThat(TagRule.RESOURCE.problems(Map.of(name + "n", "v"))).hasSize(1);
        assertThat(TagRule.RESOURCE.problems(Map.of("n", "v".repeat(257))))
                .isEqualTo(Map.of("n", List.of("a value of 257 characters is not allowed: 1 to 256")));
        assertThat(TagRule.STORAGE_ACCOUNT.problems(Map.of("n".repeat(129), "v")))
                .hasSize(1);
    }

    @Test
    void knowsThatCaseIsNothingToAzure() {
        assertThat(TagRule.RESOURCE.problems(new TreeMap<>(Map.of("owner", "a", "Owner", "b"))))
                .isEqualTo(Map.of(
                        "owner",
                        List.of("tags \"Owner\" and \"owner\" are one to Azure, which does not look at case")));
    }

    @Test
    void countsTags() {
        assertThat(TagRule.RESOURCE.problems(tags(50))).isEmpty();
        assertThat(TagRule.RESOURCE.problems(tags(51)).values())
                .containsExactly(
                        List.of("51 tags are not allowed: 50 at most, those that stacks set themselves among them"));
        assertThat(TagRule.PRIVATE_DNS_ZONE.problems(tags(15))).isEmpty();
        assertThat(TagRule.PRIVATE_DNS_ZONE.problems(tags(16)).values())
                .containsExactly(
                        List.of("16 tags are not allowed: 15 at most, those that stacks set themselves among them"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost centre", "1st", "größe", "a:b"})
    void takesPlainNamesOnPrivateDnsZones(String name) {
        assertThat(TagRule.PRIVATE_DNS_ZONE.problems(Map.of(name, "x")))
                .isEqualTo(Map.of(
                        name,
                        List.of(
                                "tag name \"%s\" is not allowed: 1 to 512 characters, letters, digits and '_.-', no digit first"
                                        .formatted(name))));
    }

    private static Map<String, String> tags(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap("tag%02d"::formatted, i -> "x", (a, b) -> a, TreeMap::new));
    }
}
