package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases, from the command line. */
class DatabaseRunTests extends HookFixture {

    @Test
    void migratesWhatTheStacksDeclared() throws Exception {
        script("V1__tables.sql", "CREATE TABLE loans (id int);");
        script("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT id FROM loans;");
        Path outputs = outputs("\"migrations\": \"sql\"");
        Called first = call(outputs.toString());
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out().lines())
                .containsExactly(
                        "loans  script  V1__tables.sql  created",
                        "loans  script  R__names.sql    created",
                        "2 of 2 items well");
        // A table with rows: the reference system dropped it on a rerun.
        execute("INSERT INTO loans VALUES (1)");
        Called second = call(
                outputs.toString(), "--report", folder.resolve("report.json").toString());
        assertThat(second.code()).isZero();
        assertThat(count("loans")).isEqualTo(1);
        JsonNode report = new JsonMapper().readTree(Files.readString(folder.resolve("report.json")));
        assertThat(report.path("succeeded").asBoolean()).isTrue();
        assertThat(report.at("/items/0/outcome").asText()).isEqualTo("unchanged");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        script("V1__tables.sql", "CREATE TABLE loans (id int);");
        Called called = call(outputs("\"migrations\": \"sql\"").toString(), "--dry-run");
        assertThat(called.out().lines())
                .containsExactly(
                        "loans  script  V1__tables.sql  created", "dry run, nothing was changed: 1 of 1 items well");
        assertThat(count("information_schema.tables WHERE table_schema = 'PUBLIC'"))
                .isZero();
    }

    @Test
    void aScriptThatFailsLeavesThoseBeforeItAndARerunGoesOn() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script("V2__two.sql", "CREATE TABLE two (id int);\n\nINSERT INTO nowhere VALUES (1);\n");
        Path outputs = outputs("\"migrations\": \"sql\"");
        Called failed = call(outputs.toString());
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).contains("failed  V2__two.sql:3, batch 1: Table \"NOWHERE\" not found");
        assertThat(count("one")).isZero();
        script("V2__two.sql", "CREATE TABLE IF NOT EXISTS two (id int);");
        assertThat(call(outputs.toString()).code()).isZero();
    }

    @Test
    void refusesScriptsThatWereChangedAfterTheyRan() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        Path outputs = outputs("\"migrations\": \"sql\"");
        call(outputs.toString());
        script("V1__one.sql", "CREATE TABLE one (id int, name varchar(9));");
        Called called = call(outputs.toString());
        assertThat(called.code()).isEqualTo(1);
        String mismatch = "checksum mismatch: V1__one.sql was changed after it ran, write another script instead";
        assertThat(called.out()).contains(mismatch);
        assertThat(call(outputs.toString(), "--dry-run").out()).contains(mismatch);
    }

    @Test
    void refusesAFolderThatFlywayWouldMisread() throws Exception {
        Called missing = call(outputs("\"migrations\": \"nowhere\"").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).isEqualTo("%s: no such folder of migrations".formatted(folder.resolve("nowhere")));
        script("V1__one.sql", "SELECT 1;");
        script("V3__three.sql", "SELECT 1;");
        script("V03__other.sql", "SELECT 1;");
        script("tables.sql", "SELECT 1;");
        Called called = call(outputs("\"migrations\": \"sql\"").toString());
        assertThat(called.code()).isEqualTo(2);
        Path sql = folder.resolve("sql");
        assertThat(called.err().lines())
                .containsExactly(
                        sql + ": V03__other.sql and V3__three.sql have the same version",
                        sql + ": tables.sql is not allowed: V<number>__<what>.sql or R__<what>.sql",
                        sql + ": V2 is missing before V03__other.sql");
    }

    @Test
    void waitsForADatabaseAndSaysWhenItDoesNotCome() throws IOException {
        Path deployment = Files.writeString(
                folder.resolve("deployment.json"),
                "{\"version\": 1, \"databases\": [{\"server\": \"127.0.0.1:1\", \"database\": \"loans\"}]}");
        Called called = call(
                Map.of("TERRALAKE_SQL_USER", "sa", "TERRALAKE_SQL_PASSWORD", "x"),
                null,
                "--deployment",
                deployment.toString(),
                "--wait",
                "1");
        assertThat(called.code()).isEqualTo(1);
        assertThat(called.out()).contains("loans  database  loans  failed  cannot connect within 1 s: ");
    }

    /** Run inside Terraform, the hook gets the declaration by the environment. */
    @Test
    void takesADeclarationFromTheEnvironment() throws IOException {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        Called called = call(
                Map.of(
                        "TERRALAKE_DEPLOYMENT",
                        "{\"version\": 1, \"databases\": [{\"server\": \"%s\", \"database\": \"loans\", \"migrations\": \"sql\"}]}"
                                .formatted(database)),
                null);
        assertThat(called.out()).contains("V1__one.sql  created");
    }

    /**
     * Killed with SIGKILL wherever it is: a rerun ends where a run that was not killed would have. Scripts that can run twice
     * make that so even between a script and its entry in the history.
     */
    @ParameterizedTest
    @ValueSource(ints = {700, 1_000, 1_600})
    void aRerunFinishesWhatAKilledRunBegan(int millis) throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            database = "jdbc:h2:tcp://127.0.0.1:%d/mem:killed%d;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000"
                    .formatted(server.getPort(), millis);
            script("V1__one.sql", "CREATE TABLE IF NOT EXISTS loans (id int PRIMARY KEY);");
            script("V2__two.sql", "MERGE INTO loans (id) SELECT x FROM SYSTEM_RANGE(1, 500000);");
            Path outputs = outputs("\"migrations\": \"sql\"");
            Process hook = start(outputs, "-Xshare:auto");
            hook.waitFor(millis, TimeUnit.MILLISECONDS);
            hook.destroyForcibly().waitFor();
            Called rerun = call(outputs.toString());
            assertThat(rerun.code()).as(rerun.out()).isZero();
            assertThat(count("loans")).isEqualTo(500_000);
            assertThat(call(outputs.toString()).out()).contains("unchanged");
        } finally {
            server.stop();
        }
    }

    /** Nobody waits for a cloud that is not needed. */
    @Test
    void aRunForDatabasesLoadsNothingOfAzure() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        Process hook = start(outputs("\"migrations\": \"sql\""), "-Xlog:class+load:stdout");
        String log = new String(hook.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(hook.waitFor()).isZero();
        assertThat(log).contains("V1__one.sql  created", "org.flywaydb.core.Flyway ");
        assertThat(log.lines().filter(line -> line.contains(" com.azure.") || line.contains(" reactor.")))
                .isEmpty();
    }
}
