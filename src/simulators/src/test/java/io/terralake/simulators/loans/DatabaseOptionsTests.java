package io.terralake.simulators.loans;

import static io.terralake.simulators.loans.Command.file;
import static io.terralake.simulators.loans.Command.loan;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.simulators.loans.Command.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names a database names a database and nothing more, and nobody reads a secret. */
class DatabaseOptionsTests {
    private static final String HOST = "--server is no host such as sql-lakes-dev-weu.database.windows.net";
    private static final String NAME =
            "--database is no name of a database: 1 to 128 letters, digits, \"_\", \"-\", \".\" and blanks";
    private static final String PASSWORD =
            "a password does not belong on a command line: set TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil;databaseName=x",
                "a.net,1433",
                "a.net:1433",
                "tcp:a.net",
                "//a.net",
                "a.net/x",
                "a..net",
                "-a.net",
                "a b",
                "a.net\n",
                "{a}",
                "a\\b",
                "user@a.net",
                "ä.net",
            })
    void refusesWhatIsNoHost(String server) throws IOException {
        assertThat(load(Map.of(), "--server", server)).isEqualTo(new Outcome(2, "", HOST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "loans;serverName=evil",
                "loans;authentication=SqlPassword",
                "{loans}",
                "a=b",
                "a/b",
                "a\nb",
                "a ",
                "a.",
                "a'b",
                "[a]",
            })
    void refusesWhatIsNoDatabase(String database) throws IOException {
        assertThat(load(Map.of(), "--server", "a.database.windows.net", "--database", database))
                .isEqualTo(new Outcome(2, "", NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlserver://localhost;user=sa;Password=geheim",
                "jdbc:sqlserver://localhost;pwd = geheim",
                "jdbc:sqlserver://localhost;accessToken=geheim",
                "jdbc:sqlserver://localhost;trustStorePassword=geheim",
                "jdbc:sqlserver://localhost;AADSecurePrincipalSecret=geheim",
                "jdbc:sqlserver://localhost;keyVaultProviderClientKey=geheim",
                "jdbc:sqlserver://sa:geheim@localhost",
                "jdbc:postgresql://sa:geheim@localhost/loans",
                "jdbc:postgresql://localhost/loans?password=geheim",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=geheim",
            })
    void takesNoSecretOnTheCommandLineAndRepeatsNone(String url) throws IOException {
        assertThat(load(Map.of(), "--url", url)).isEqualTo(new Outcome(2, "", PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:nobody://geheim", "localhost", "", "jdbc:sqlserver://localhost;geheim={"})
    void refusesWhatNoDriverReads(String url) throws IOException {
        assertThat(load(Map.of(), "--url", url))
                .isEqualTo(new Outcome(
                        2, "", "--url is no JDBC URL such as jdbc:sqlserver://localhost;databaseName=loans"));
    }

    @Test
    void saysEverythingAtOnceBeforeAnythingIsDone() {
        String missing = folder + "/missing";
        var outcome = Command.run("load", "-p", missing, "-v", "0", "--server", "a;b", "--database", "c;d");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.errors().lines()).containsExactly(missing + ": no such file", HOST, NAME);
        assertThat(Command.run("load", "-p", missing, "-v", "0").errors().lines())
                .containsExactly(
                        missing + ": no such file",
                        "name one database: --server for Azure, or --url for a local server");
    }

    @Test
    void checksTheLoginOfTheEnvironment() throws IOException {
        assertThat(load(Map.of("TERRALAKE_SQL_USER", "sa"), "--url", "jdbc:h2:mem:x")
                        .errors())
                .isEqualTo("TERRALAKE_SQL_USER and TERRALAKE_SQL_PASSWORD are set together, or none");
        assertThat(load(
                                Map.of("TERRALAKE_SQL_USER", "s\na", "TERRALAKE_SQL_PASSWORD", "{\n\"geheim\"}"),
                                "--url",
                                "jdbc:h2:mem:x")
                        .errors()
                        .lines())
                .containsExactly(
                        "TERRALAKE_SQL_USER is not allowed: a line of text",
                        "TERRALAKE_SQL_PASSWORD is not allowed: a line of text");
    }

    /** A driver repeats what it was given: here the user, whom nobody should name like the password. */
    @Test
    void masksWhatADriverRepeats() throws IOException {
        var outcome = load(
                Map.of("TERRALAKE_SQL_USER", "geheim", "TERRALAKE_SQL_PASSWORD", "geheim"),
                "--url",
                "jdbc:h2:file:./geheim/x;IFEXISTS=TRUE");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.errors()).contains("***").doesNotContain("geheim");
    }

    @Test
    void repeatsNoValueOfAnOptionThatIsNotKnown() throws IOException {
        for (List<String> options : List.of(List.of("--password", "geheim"), List.of("--password=geheim"))) {
            var outcome = load(Map.of(), options.toArray(String[]::new));
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.errors()).startsWith("not known: --password").doesNotContain("geheim");
        }
    }

    private Outcome load(Map<String, String> environment, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("load", "-p", file(folder, loan(1, "2007-06-01")).toString(), "-v", "0"));
        arguments.addAll(List.of(options));
        Outcome outcome = Command.run(environment, arguments.toArray(String[]::new));
        return outcome.code() == 2 ? outcome : new Outcome(outcome.code(), "", outcome.errors());
    }
}
