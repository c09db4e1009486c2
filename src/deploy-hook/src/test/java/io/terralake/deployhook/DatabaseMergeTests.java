package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** One database, declared by several. */
class DatabaseMergeTests extends HookFixture {
    private static final String ONE = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "22222222-2222-3333-4444-555555555555";

    /** The second declaration used to drop the first one's users. H2 has no users of Entra ID, but says which it was asked for. */
    @Test
    void keepsTheUsersOfEveryStack() throws IOException {
        script("V1__one.sql", "CREATE TABLE one (id int);");
        Called called = call(outputs(
                        database("loans", "\"migrations\": \"sql\", " + users(user("a", ONE))),
                        database("LOANS", users(user("b", OTHER))))
                .toString());
        assertThat(called.out().lines())
                .containsExactly(
                        "loans  script  V1__one.sql  created",
                        "loans  user    a            failed  only SQL Server has users of Entra ID",
                        "loans  user    b            failed  only SQL Server has users of Entra ID",
                        "2 of 3 items failed");
    }

    @Test
    void aUserBelongsToOneStack() throws IOException {
        refuses(
                "#/dev-b/deploy_hook/databases/0/users: user \"A\" belongs to the stack \"dev-a\", which declares it for the"
                        + " same database",
                database("loans", users(user("a", ONE))),
                database("loans", users(user("A", ONE))));
    }

    @Test
    void anIdentityIsOneUser() throws IOException {
        refuses(
                "#/dev-b/deploy_hook/databases/0/users: user \"b\" has the identity of user \"a\"",
                database("loans", users(user("a", ONE))),
                database("loans", users(user("b", ONE))));
        refuses(
                "#/dev-a/deploy_hook/databases/0/users: \"A\" is there twice",
                database("loans", users(user("a", ONE) + ", " + user("A", OTHER))));
    }

    @Test
    void aStackMayDeclareADatabaseInParts() throws IOException {
        Path outputs = Files.writeString(
                folder.resolve("outputs.json"),
                "{\"dev-a\": {\"deploy_hook\": {\"version\": 1, \"databases\": [%s, %s]}}}"
                        .formatted(
                                database("loans", users(user("a", ONE))),
                                database("loans", users(user("a", ONE) + ", " + user("b", OTHER)))));
        assertThat(call(outputs.toString()).out().lines().filter(line -> line.contains("user")))
                .hasSize(2);
        refuses(
                "#/dev-a/deploy_hook/databases/1/users: user \"a\" is declared with two identities",
                database("loans", users(user("a", ONE))) + ", " + database("loans", users(user("a", OTHER))));
    }

    @Test
    void aDatabaseHasOneFolderOfScripts() throws IOException {
        refuses(
                "#/dev-b/deploy_hook/databases/0/migrations: \"other\" is not allowed: the same database has the scripts of"
                        + " \"sql\" already",
                database("loans", "\"migrations\": \"sql\""),
                database("loans", "\"migrations\": \"other\""));
    }

    /** A host has no case, and a usual port. */
    @Test
    void knowsADatabaseByItsAddress() throws IOException {
        String first = "{\"server\": \"SQL-1.database.windows.net\", \"database\": \"d\", %s}";
        String second = "{\"server\": \"sql-1.database.windows.net:1433\", \"database\": \"D\", %s}";
        refuses(
                "user \"b\" has the identity of user \"a\"",
                first.formatted(users(user("a", ONE))),
                second.formatted(users(user("b", ONE))));
    }

    private void refuses(String message, String... databases) throws IOException {
        Called called = call(outputs(databases).toString());
        assertThat(called.err().lines()).anyMatch(line -> line.endsWith(message));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
    }

    private Path outputs(String... databases) throws IOException {
        StringBuilder stacks = new StringBuilder();
        for (int i = 0; i < databases.length; i++) {
            stacks.append("%s\"dev-%c\": {\"deploy_hook\": {\"version\": 1, \"databases\": [%s]}}"
                    .formatted(i == 0 ? "" : ", ", 'a' + i, databases[i]));
        }
        return Files.writeString(folder.resolve("outputs.json"), "{%s}".formatted(stacks));
    }

    private String database(String name, String more) {
        return "{\"server\": \"%s\", \"database\": \"%s\", %s}".formatted(database, name, more);
    }

    private static String users(String users) {
        return "\"users\": [%s]".formatted(users);
    }

    private static String user(String name, String objectId) {
        return "{\"name\": \"%s\", \"objectId\": \"%s\"}".formatted(name, objectId);
    }
}
