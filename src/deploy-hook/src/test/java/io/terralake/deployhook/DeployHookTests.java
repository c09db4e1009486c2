package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.deployhook.datasets.ArmService;
import io.terralake.deployhook.datasets.Requests;
import io.terralake.deployment.Database;
import io.terralake.deployment.DatabaseUser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a user calls it. */
class DeployHookTests {

    @TempDir
    Path folder;

    private String database = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted("db" + System.nanoTime());

    /** What a call did. */
    private record Called(int code, String out, String err) {}

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
        script("V1__one.sql", "");
        script("V3__three.sql", "");
        script("V03__other.sql", "");
        script("tables.sql", "");
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

    @Test
    void registersWhatTheStacksDeclared() throws IOException {
        try (ArmService arm = new ArmService("ml-ws-1", "ml-ws-2")) {
            Files.writeString(folder.resolve("request.json"), Requests.ORIGINAL);
            String ids = "\"%s\", \"%s\"".formatted(id("ml-ws-1"), id("ml-ws-2"));
            Path outputs = Files.writeString(folder.resolve("outputs.json"), """
                    {"dev-ml": {"deploy_hook": {"version": 1,
                      "registrations": [{"workspaces": [%s], "request": "request.json"}]}}, "dev-other": {"x": "y"}}
                    """.formatted(ids));
            Called called = call(Map.of(), arm, outputs.toString());
            assertThat(called.code()).as(called.err()).isZero();
            assertThat(called.out()).endsWith("6 of 6 items well\n");
            assertThat(call(Map.of(), arm, outputs.toString(), "--only", "database")
                            .out())
                    .isEqualTo("nothing to do\n");
            assertThat(call(Map.of(), arm, outputs.toString(), "--stack", "dev-other")
                            .out())
                    .isEqualTo("nothing to do\n");
        }
    }

    @Test
    void runsFromARequestAloneWhereItIsAllowed() throws IOException {
        try (ArmService arm = new ArmService("ml-ws-1")) {
            Path request = Files.writeString(folder.resolve("request.json"), Requests.BARE);
            Called refused = call(Map.of(), arm, "--request", request.toString());
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("--allow-workspace ml-ws-1 would allow it");
            assertThat(call(Map.of(), arm, "--request", request.toString(), "--allow-workspace", "ml-ws-1")
                            .code())
                    .isZero();
        }
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

    /** Both sides share the records; this is what a stack wrote with them. */
    @Test
    void readsWhatTheStacksWrite() throws IOException {
        JsonNode snapshot = new JsonMapper()
                .readTree(Files.readString(Path.of("..", "..", "main.tf.json.snapshots", "dev-loan-versions.tf.json")));
        Path outputs = Files.writeString(
                folder.resolve("outputs.json"),
                "{\"dev-loan-versions\": {\"deploy_hook\": %s}}".formatted(snapshot.at("/output/deploy_hook/value")));
        assertThat(Inputs.ofOutputs(outputs, null)).singleElement().satisfies(deployment -> {
            Database loans = deployment.databases().get(0);
            assertThat(loans.migrations()).isEqualTo("stacks/loan-versions/sql");
            DatabaseUser factory = loans.users().get(0);
            assertThat(factory.name()).isEqualTo("adf-tlake-dev-weu");
            assertThat(factory.identityOf()).contains("azurerm_data_factory");
            assertThat(factory.group()).isFalse();
            assertThat(factory.roles()).containsExactly("db_datareader");
            assertThat(factory.execute()).hasSize(3);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databa` | :1:47: no JSON: Unexpected end-of-input",
                "`` | : the file is empty",
                "`[]` | : the outputs of stacks are expected, an object",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 9}}}` | #/dev/deploy_hook/version: 9 is not known, only 1: use the hook of the same release as the stacks",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"tables\": []}}}` | #/dev/deploy_hook: Unrecognized field \"tables\"",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"server\": 1}]}}}` | #/dev/deploy_hook: Cannot coerce Integer value (1)",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"database\": \"a\"}]}}}` | #/dev/deploy_hook: \"server\" is missing",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"registrations\": [{}]}}}` | #/dev/deploy_hook: \"request\" is missing",
                "`{\"dev\": {\"deploy_hook\": {\"version\": 1, \"databases\": [{\"server\": \"s\", \"database\": \"d\", \"users\": [{\"name\": \"u\"}]}]}}}` | #/dev/deploy_hook: user \"u\" needs one of objectId and identityOf",
            })
    void saysWhatIsWrongWithAFileOfOutputs(String text, String message) throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), text == null ? "" : text);
        Called called = call(outputs.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err()).startsWith(outputs + message);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Path outputs = Files.writeString(folder.resolve("outputs.json"), "{\"dev-lake\": {}}");
        assertThat(call(outputs.toString(), "--stack", "dev-loans").err())
                .isEqualTo("%s: there is no stack \"dev-loans\", there are [dev-lake]".formatted(outputs));
        assertThat(call(folder.resolve("none.json").toString()).err())
                .isEqualTo("%s: cannot be read: no such file".formatted(folder.resolve("none.json")));
        assertThat(call().err()).isEqualTo("nothing is asked for: name a file of outputs, --deployment or --request");
        assertThat(call("--stack", "dev").err()).isEqualTo("--stack needs a file of outputs");
        assertThat(call(outputs.toString(), "--bound", "0").err()).isEqualTo("--bound 0 is not allowed: 1 to 64");
        assertThat(call("--request", folder.resolve("none.json").toString()).err())
                .isEqualTo("%s: no such file".formatted(folder.resolve("none.json")));
    }

    /** The hook in a process of its own. */
    private Process start(Path outputs, String option) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeployHook.class.getName(),
                        outputs.toString(),
                        "--repository",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String id(String workspace) {
        return "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test/providers/Microsoft.MachineLearningServices/workspaces/"
                + workspace;
    }

    private Path outputs(String more) throws IOException {
        return Files.writeString(folder.resolve("outputs.json"), """
                {"dev-loan-versions": {"deploy_hook": {"version": 1, "databases": [
                  {"server": "%s", "database": "loans", %s}]}}}
                """.formatted(database, more));
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("sql")).resolve(name), text);
    }

    private Called call(String... arguments) {
        return call(Map.of(), null, arguments);
    }

    private Called call(Map<String, String> environment, ArmService arm, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--repository";
        all[arguments.length + 1] = folder.toString();
        int code = DeployHook.run(
                environment,
                arm == null ? null : () -> arm.connect(2),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                all);
        return new Called(code, out.toString(), err.toString().strip());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String from) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
