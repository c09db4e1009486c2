package io.terralake.core;

import io.terralake.azure.Region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTests {
    private static final Naming NAMING = new Naming("tlake", "dev", Region.WEST_EUROPE, null);

    @Test
    void joinsAbbreviationWorkloadQualifierEnvironmentAndRegion() {
        assertThat(NAMING.name(AzureResource.KEY_VAULT)).isEqualTo("kv-tlake-dev-weu");
        assertThat(NAMING.name(AzureResource.SUBNET, "endpoints")).isEqualTo("snet-tlake-endpoints-dev-weu");
    }

    @Test
    void leavesHyphensOutOfStorageAccounts() {
        assertThat(NAMING.name(AzureResource.STORAGE_ACCOUNT, "used-cars")).isEqualTo("sttlakeusedcarsdevweu");
    }

    @Test
    void endsWithTheInstance() {
        assertThat(new Naming("tlake", "dev", Region.WEST_EUROPE, "002").name(AzureResource.KEY_VAULT))
                .isEqualTo("kv-tlake-dev-weu-002");
    }

    @Test
    void refusesANameThatEndsUpTooLong() {
        Naming long_ = new Naming("terralakes", "staging1", Region.EAST_US_2, null);
        assertThatThrownBy(() -> long_.name(AzureResource.STORAGE_ACCOUNT, "lake"))
                .hasMessage("storage account name \"stterralakeslakestaging1eus2\" (28 characters) is not allowed:"
                        + " 3 to 24 characters, lower-case letters and digits");
    }

    @ParameterizedTest
    @CsvSource({
        "STORAGE_ACCOUNT, Lake1, lower-case letters and digits",
        "STORAGE_ACCOUNT, st, 3 to 24 characters",
        "KEY_VAULT, kv--a, single hyphens inside",
        "KEY_VAULT, 1kv, letters",
        "KEY_VAULT, kv-, single hyphens inside",
        "CONTAINER, Bronze, lower-case letters",
        "CONTAINER, a--b, single hyphens inside",
        "RESOURCE_GROUP, rg., no dot at the end",
        "LOG_ANALYTICS_WORKSPACE, log, 4 to 63 characters",
    })
    void refusesWhatAzureRefuses(AzureResource type, String name, String allowed) {
        assertThatThrownBy(() -> type.check(name)).hasMessageContainingAll("\"" + name + "\"", allowed);
    }

    @Test
    void noTwoRegionsShareAShortCode() {
        assertThat(Arrays.stream(Region.values()).map(Region::shortCode)).doesNotHaveDuplicates();
    }
}
