package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of single scripts, and what is told of it. */
class ScriptRunTests extends HookFixture {

    @Test
    void refusesScriptsWithoutText() throws Exception {
        Path outputs = outputs("\"migrations\": \"sql\"");
        Path sql = Files.createDirectories(folder.resolve("sql"));
        assertThat(call(outputs.toString()).err()).isEqualTo(sql + ": there is no script in the folder");
        script("V1__empty.sql", "");
        script("V2__blank.sql", "\uFEFF \n");
        Files.write(sql.resolve("V3__utf16.sql"), "SELECT 1;".getBytes(StandardCharsets.UTF_16LE));
        Called called = call(outputs.toString());
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.err().lines())
                .containsExactly(
                        sql + "/V3__utf16.sql: has NUL characters, as UTF-16 has: save it as UTF-8",
                        sql + ": V1__empty.sql is empty",
                        sql + ": V2__blank.sql is empty");
    }

    /** Scripts are somebody's own: what looks like a placeholder is text. */
    @Test
    void runsScriptsLiterally() throws Exception {
        script(
                "V1__texts.sql",
                "CREATE TABLE texts (text varchar(99));\nINSERT INTO texts VALUES ('hello ${name} ${flyway:user} #{x}');");
        Path outputs = outputs("\"migrations\": \"sql\"");
        assertThat(call(outputs.toString(), "--dry-run").out()).contains("V1__texts.sql  created");
        assertThat(call(outputs.toString()).out()).contains("1 of 1 items well");
        assertThat(count("texts WHERE text = 'hello ${name} ${flyway:user} #{x}'"))
                .isEqualTo(1);
    }

    @Test
    void tellsOfTheScriptsBeforeTheOneThatFailed() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script("V2__two.sql", "CREATE TABLE two (id int);\n\nINSERT INTO nowhere VALUES (1);\n");
        script("V3__three.sql", "CREATE TABLE three (id int);");
        Path outputs = outputs("\"migrations\": \"sql\", \"users\": [{\"name\": \"adf\", \"objectId\":"
                + " \"11111111-2222-3333-4444-555555555555\", \"roles\": [\"db_datareader\"]}]");
        Called failed = call(outputs.toString());
        assertThat(failed.code()).isEqualTo(1);
        List<String> lines = failed.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("loans  script  V1__one.sql  created");
        assertThat(lines.get(1))
                .startsWith("loans  script  V2__two.sql  failed  V2__two.sql:3, batch 1: Table \"NOWHERE\"");
        assertThat(failed.out()).contains("loans  user    adf          failed  not done, because a script failed");
        assertThat(failed.out()).endsWith("2 of 3 items failed\n");
    }

    /** A failed row is in the history; the next run does it again, and the dry run says so. */
    @Test
    void goesOnAfterAFailureAsTheDryRunSays() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script("V2__two.sql", "INSERT INTO nowhere VALUES (1);");
        script("R__view.sql", "CREATE OR REPLACE VIEW names AS SELECT id FROM one;");
        Path outputs = outputs("\"migrations\": \"sql\"");
        call(outputs.toString());
        script("V2__two.sql", "CREATE TABLE two (id int);");
        String expected = "loans  script  V2__two.sql  created\nloans  script  R__view.sql  created\n";
        assertThat(call(outputs.toString(), "--dry-run").out()).startsWith(expected);
        assertThat(call(outputs.toString(), "--dry-run").out()).startsWith(expected);
        assertThat(call(outputs.toString()).out()).startsWith(expected);
    }

    @Test
    void aRepeatableScriptThatFailedIsRepeated() throws Exception {
        script("R__view.sql", "CREATE VIEW names AS SELECT id FROM nowhere;");
        Path outputs = outputs("\"migrations\": \"sql\"");
        assertThat(call(outputs.toString()).out())
                .contains("R__view.sql  failed  R__view.sql:1, batch 1: Table \"NOWHERE\"");
        script("R__view.sql", "CREATE VIEW names AS SELECT 1 AS id;");
        assertThat(call(outputs.toString(), "--dry-run").out()).contains("R__view.sql  created");
        assertThat(call(outputs.toString()).out()).contains("R__view.sql  created");
    }

    @Test
    void aChangedProcedureIsUpdated() throws Exception {
        script("R__view.sql", "CREATE OR REPLACE VIEW names AS SELECT 1 AS id;");
        Path outputs = outputs("\"migrations\": \"sql\"");
        assertThat(call(outputs.toString()).out()).contains("R__view.sql  created");
        script("R__view.sql", "CREATE OR REPLACE VIEW names AS SELECT 2 AS id;");
        script("R__other.sql", "CREATE OR REPLACE VIEW other AS SELECT 2 AS id;");
        String expected = "loans  script  R__other.sql  created\nloans  script  R__view.sql   updated\n";
        assertThat(call(outputs.toString(), "--dry-run").out()).startsWith(expected);
        assertThat(call(outputs.toString()).out()).startsWith(expected);
        script("R__view.sql", "CREATE OR REPLACE VIEW names AS SELECT 3 AS id;");
        assertThat(call(outputs.toString()).out()).contains("R__view.sql  updated");
    }

    @Test
    void refusesScriptsThatTheHistoryKnowsOtherwise() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        Path outputs = outputs("\"migrations\": \"sql\"");
        call(outputs.toString());
        Files.delete(folder.resolve("sql/V1__one.sql"));
        script("V1__renamed.sql", "CREATE TABLE one (id int);");
        refuses(outputs, "V1__one.sql ran here, and has another name in the folder: give it its old name back");
    }

    /** An older release of the stacks finds what a newer one did. */
    @Test
    void acceptsScriptsThatAreGone() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script("V2__two.sql", "CREATE TABLE two (id int);");
        script("R__view.sql", "CREATE OR REPLACE VIEW names AS SELECT 1 AS id;");
        Path outputs = outputs("\"migrations\": \"sql\"");
        call(outputs.toString());
        Files.delete(folder.resolve("sql/V2__two.sql"));
        Files.delete(folder.resolve("sql/R__view.sql"));
        accepts(outputs);
    }

    private void accepts(Path outputs) {
        for (String option : List.of("--dry-run", "--only=database")) {
            assertThat(call(outputs.toString(), option).out()).contains("unchanged");
        }
    }

    private void refuses(Path outputs, String message) {
        for (String option : List.of("--dry-run", "--only=database")) {
            Called called = call(outputs.toString(), option);
            assertThat(called.code()).isEqualTo(1);
            assertThat(called.out()).contains("loans  database  loans  failed  " + message);
        }
    }

    /** A byte order mark and the line ends of another system are no change. */
    @Test
    void knowsAScriptByItsText() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (\n  id int);\n");
        Path outputs = outputs("\"migrations\": \"sql\"");
        call(outputs.toString());
        script("V1__one.sql", "\uFEFFCREATE TABLE one (\r\n  id int);\r\n");
        assertThat(call(outputs.toString()).out()).contains("unchanged");
    }

    /** One of the two finds everything done; neither says that it did what the other did. */
    @Test
    void twoHooksAtOnceRunEachScriptOnce() throws Exception {
        database += ";LOCK_TIMEOUT=30000";
        for (int i = 1; i <= 9; i++) {
            script("V%d__t.sql".formatted(i), "CREATE TABLE t%d (id int);".formatted(i));
        }
        Path outputs = outputs("\"migrations\": \"sql\"");
        CompletableFuture<Called> first = CompletableFuture.supplyAsync(() -> call(outputs.toString()));
        Called second = call(outputs.toString());
        assertThat(first.join().out() + second.out()).doesNotContain("failed");
        assertThat((first.join().out() + second.out()).lines().filter(line -> line.endsWith("created")))
                .hasSize(9);
    }

    @Test
    void refusesAFolderThatCannotBeRunAsItIs() throws Exception {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        script("V0__zero.sql", "SELECT 1;");
        script("V99999999999999999999__big.sql", "SELECT 1;");
        script("V2__two.sql.conf", "executeInTransaction=false");
        script("R__names.sql", "SELECT 1;");
        script("R__NAMES.sql", "SELECT 1;");
        script("beforeMigrate.sql", "DROP TABLE one;");
        Files.createDirectories(folder.resolve("sql/V2__d.sql"));
        Files.writeString(folder.resolve("sql/V2__d.sql/V3__inside.sql"), "DROP TABLE one;");
        Files.write(folder.resolve("sql/V4__utf16.sql"), "\uFEFFSELECT 1;".getBytes(StandardCharsets.UTF_16LE));
        Called called = call(outputs("\"migrations\": \"sql\"").toString());
        assertThat(called.code()).isEqualTo(2);
        Path sql = folder.resolve("sql");
        assertThat(called.err().lines())
                .containsExactly(
                        sql + ": R__NAMES.sql and R__names.sql differ in case only",
                        sql + ": V0__zero.sql is not allowed: versions are 1 and up, of 9 digits at most",
                        sql + "/V2__d.sql: is no file",
                        sql + ": V2__two.sql.conf is not allowed: V<number>__<what>.sql or R__<what>.sql",
                        sql + "/V4__utf16.sql: is no UTF-8 text: save it as UTF-8",
                        sql
                                + ": V99999999999999999999__big.sql is not allowed: versions are 1 and up, of 9 digits at most",
                        sql + ": beforeMigrate.sql is not allowed: V<number>__<what>.sql or R__<what>.sql",
                        sql + ": V3 is missing before V4__utf16.sql");
        assertThat(called.out()).isEmpty();
    }
}
