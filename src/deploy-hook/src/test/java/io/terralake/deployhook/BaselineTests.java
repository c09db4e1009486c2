package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases that had tables before they had a hook. A dry run and a run give the same answer, whatever it is. */
class BaselineTests extends HookFixture {
    private Path outputs;

    @BeforeEach
    void writeScripts() throws IOException {
        script("V1__loans.sql", "CREATE TABLE loans (id int);");
        script("V2__cars.sql", "CREATE TABLE cars (id int);");
        script("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT id FROM loans;");
        outputs = outputs("\"migrations\": \"sql\"");
    }

    @Test
    void refusesADatabaseWithTablesAndWithoutAHistory() throws Exception {
        execute("CREATE TABLE loans (id int)");
        String advice =
                "loans  database  loans  failed  the database has tables, but no history of scripts: to take it over,"
                        + " run the hook once with --baseline <version>, the last version whose script counts as run";
        assertThat(same(1).out().lines()).containsExactly(advice, "1 of 1 items failed");
        assertThat(count("information_schema.tables WHERE table_name = 'CARS'")).isZero();
    }

    @Test
    void takesItOverAtAVersion() throws Exception {
        execute("CREATE TABLE loans (id int)");
        execute("INSERT INTO loans VALUES (7)");
        assertThat(same(0, "--baseline", "1").out().lines())
                .containsExactly(
                        "loans  baseline  version 1     created  counts as run: V1__loans.sql",
                        "loans  script    V2__cars.sql  created",
                        "loans  script    R__names.sql  created",
                        "3 of 3 items well");
        assertThat(count("loans")).isEqualTo(1);
        assertThat(count("cars")).isZero();
        assertThat(same(0).out()).contains("unchanged");
        assertThat(same(1, "--baseline", "1").out())
                .contains("failed  there is a history of scripts already: run the hook without --baseline");
    }

    /** Tables of somebody else, and no script has run. */
    @Test
    void takesItOverAtNoVersion() throws Exception {
        execute("CREATE TABLE others (id int)");
        assertThat(same(0, "--baseline", "0").out().lines())
                .containsExactly(
                        "loans  baseline  version 0      created  counts as run: none",
                        "loans  script    V1__loans.sql  created",
                        "loans  script    V2__cars.sql   created",
                        "loans  script    R__names.sql   created",
                        "4 of 4 items well");
        assertThat(same(0).out()).contains("unchanged");
    }

    @Test
    void takesNothingOverWhereThereIsNothing() throws Exception {
        assertThat(same(1, "--baseline", "1").out())
                .contains(
                        "failed  there is nothing to take over, the database is empty: run the hook without --baseline");
        assertThat(count("information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .isZero();
    }

    @Test
    void refusesVersionsThatThereAreNot() throws IOException {
        refuses("--baseline 3 is not allowed: the highest version of a script is 2", "3");
        refuses("--baseline \"1.0\" is not allowed: a version from 0 to 999999999", "1.0");
        refuses("--baseline \"-1\" is not allowed: a version from 0 to 999999999", "-1");
        refuses("--baseline \"9999999999\" is not allowed: a version from 0 to 999999999", "9999999999");
        Files.writeString(outputs, "{\"dev\": {}}");
        refuses("--baseline is for one database with scripts, here are 0: name its stack by --stack", "1");
    }

    private void refuses(String message, String version) {
        Called called = call(outputs.toString(), "--baseline=" + version);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).isEqualTo(message);
    }

    /** What a dry run says, and then a run. */
    private Called same(int code, String... options) {
        String[] arguments = new String[options.length + 2];
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[0] = outputs.toString();
        arguments[1] = "--dry-run";
        Called dry = call(arguments);
        arguments[1] = "--only=database";
        Called real = call(arguments);
        assertThat(dry.out().replace("dry run, nothing was changed: ", "")).isEqualTo(real.out());
        assertThat(dry.code()).isEqualTo(real.code()).isEqualTo(code);
        return real;
    }
}
