package io.terralake.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.terralake.azure.NamingRule;
import io.terralake.azure.Region;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.network.NetworkNames;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.storage.StorageNames;
import io.terralake.testing.Stacks;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamingTests {
    private static final Naming NAMING = new Naming("tlake", "dev", Region.WEST_EUROPE, null);
    private static final NamingRule VAULT =
            NamingRule.of("key vault", "kv", 3, 24, "[A-Za-z0-9-]+", "letters, digits and hyphens");

    @Test
    void joinsAbbreviationWorkloadQualifierEnvironmentAndRegion() {
        assertThat(NAMING.name(VAULT)).isEqualTo("kv-tlake-dev-weu");
        assertThat(NAMING.name(NetworkNames.SUBNET, "endpoints")).isEqualTo("snet-tlake-endpoints-dev-weu");
    }

    @Test
    void leavesHyphensOutOfStorageAccounts() {
        assertThat(NAMING.name(StorageNames.ACCOUNT, "used-cars")).isEqualTo("sttlakeusedcarsdevweu");
    }

    @Test
    void beginsWithTheWorkloadWhereThereIsNoAbbreviation() {
        NamingRule application = NamingRule.of("application", "", 1, 60, "[a-z-]+", "letters and hyphens");
        assertThat(NAMING.name(application, "cars")).isEqualTo("tlake-cars-dev-weu");
    }

    @Test
    void endsWithTheInstance() {
        assertThat(new Naming("tlake", "dev", Region.WEST_EUROPE, "002").name(VAULT))
                .isEqualTo("kv-tlake-dev-weu-002");
    }

    @Test
    void refusesANameThatEndsUpTooLong() {
        Naming long_ = new Naming("terralakes", "staging1", Region.EAST_US_2, null);
        assertThatThrownBy(() -> long_.name(StorageNames.ACCOUNT, "lake"))
                .hasMessage("storage account name \"stterralakeslakestaging1eus2\" (28 characters) is not allowed:"
                        + " 3 to 24 characters, lower-case letters and digits");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(StorageNames.ACCOUNT, "Lake1", "lower-case letters and digits"),
                arguments(StorageNames.ACCOUNT, "st", "3 to 24 characters"),
                arguments(StorageNames.CONTAINER, "Bronze", "lower-case letters"),
                arguments(StorageNames.CONTAINER, "a--b", "single hyphens inside"),
                arguments(PlatformStack.RESOURCE_GROUP_NAMING, "rg.", "no dot at the end"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatAzureRefuses(NamingRule rule, String name, String allowed) {
        assertThatThrownBy(() -> rule.check(name)).hasMessageContainingAll("\"" + name + "\"", allowed);
    }

    /** A workload called after a product gets into every name. */
    @ParameterizedTest
    @CsvSource({
        "office365, Azure keeps it to itself",
        "xbox, Azure keeps it to itself",
        "loginlake, 'Azure lets no name begin with \"login\"'",
        "stmicrosoftlake, 'Azure lets no name have \"microsoft\" in it'",
        "stwindows, 'Azure lets no name have \"windows\" in it'"
    })
    void refusesReservedWordsInHostNames(String name, String problem) {
        assertThatThrownBy(() -> StorageNames.ACCOUNT.check(name))
                .hasMessage("storage account name \"%s\" is not allowed: %s", name, problem);
        assertThat(StorageNames.CONTAINER.check(name)).isEqualTo(name);
        assertThat(StorageNames.ACCOUNT.check("stloginoffice365xbox")).isEqualTo("stloginoffice365xbox");
    }

    @Test
    void refusesReservedWordsInVaultsAndServers() {
        assertThatThrownBy(() -> new KeyVault(
                        Stacks.publicStack(),
                        "Vault",
                        KeyVaultProps.builder().name("kv-Windows-1").build()))
                .hasMessage("key vault name \"kv-Windows-1\" is not allowed: Azure lets no name have \"windows\" in it"
                        + " (at test-stack/Vault)");
        assertThatThrownBy(() -> new SqlServer(
                        Stacks.publicStack(),
                        "Sql",
                        SqlServerProps.builder().name("login").build()))
                .hasMessage("sql server name \"login\" is not allowed: Azure lets no name begin with \"login\""
                        + " (at test-stack/Sql)");
    }

    @Test
    void noTwoRegionsShareAShortCode() {
        assertThat(Arrays.stream(Region.values()).map(Region::shortCode)).doesNotHaveDuplicates();
    }
}
