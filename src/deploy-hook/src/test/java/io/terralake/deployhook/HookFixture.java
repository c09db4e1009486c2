package io.terralake.deployhook;

import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The command as a user calls it, in a folder with files for it. */
abstract class HookFixture {

    @TempDir
    Path folder;

    String database = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted("db" + System.nanoTime());

    /** What a call did. */
    record Called(int code, String out, String err) {}

    /** The hook in a process of its own. */
    Process start(Path outputs, String option) throws IOException {
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

    Path outputs(String more) throws IOException {
        return Files.writeString(folder.resolve("outputs.json"), """
                {"dev-loan-versions": {"deploy_hook": {"version": 1, "databases": [
                  {"server": "%s", "database": "loans", %s}]}}}
                """.formatted(database, more));
    }

    void script(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("sql")).resolve(name), text);
    }

    Called call(String... arguments) {
        return call(Map.of(), null, arguments);
    }

    Called call(Map<String, String> environment, UnsteadyArm arm, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--repository";
        all[arguments.length + 1] = folder.toString();
        int code = DeployHook.run(
                environment,
                arm == null ? null : () -> arm.connect(2, DeployHook.ADVICE),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                all);
        return new Called(code, out.toString(), err.toString().strip());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int count(String from) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
