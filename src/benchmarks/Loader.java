import io.terralake.simulators.Simulators;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.h2.tools.Server;

/**
 * Compares the loader with an INSERT for each row, on the database that the tests have: TERRALAKE_TEST_SQL_URL, else an H2
 * server that keeps its data in files, behind a line that is as slow as asked for: Loader.java rows folder
 * microseconds-each-way.
 */
public final class Loader {
    private static final Pattern LOGIN = Pattern.compile("(?i);(user|password)=([^;]*)");
    private static final Map<String, String> login = new HashMap<>();
    private static final String INSERT = "INSERT INTO [dbo].[source] VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Files.createDirectories(folder);
        Path file = folder.resolve("loans-%d.csv".formatted(System.nanoTime()));
        loans("generate", "--output", file.toString(), "--rows", String.valueOf(rows), "--months", "1");
        String given = System.getenv("TERRALAKE_TEST_SQL_URL");
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = given == null ? Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start() : null;
        String url = given != null
                ? given
                : "jdbc:h2:tcp://127.0.0.1:%d/%s;MODE=MSSQLServer"
                        .formatted(
                                slowLine(server.getPort(), Long.parseLong(arguments[2])),
                                folder.resolve("db").toAbsolutePath());
        // The loader takes no login on its command line.
        LOGIN.matcher(url)
                .results()
                .forEach(match ->
                        login.put("TERRALAKE_SQL_" + match.group(1).toUpperCase(Locale.ROOT), match.group(2)));
        try (Connection connection = DriverManager.getConnection(url)) {
            if (given == null) {
                migrate(connection);
            }
            for (int round = 1; round <= 3; round++) {
                empty(connection);
                long start = System.nanoTime();
                byRow(connection, file);
                double slow = (System.nanoTime() - start) / 1e9;
                empty(connection);
                start = System.nanoTime();
                loans("load", "--path", file.toString(), "--slice", "0", "--url", LOGIN.matcher(url).replaceAll(""));
                double fast = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d rows, INSERT by row %.2f s, loader %.2f s, ratio %.1f%n",
                        round,
                        rows,
                        slow,
                        fast,
                        slow / fast);
            }
        } finally {
            if (server != null) {
                server.stop();
            }
        }
    }

    /** As the reference system did it: one statement, one round trip, one commit for each row. */
    private static void byRow(Connection connection, Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(",");
                insert.setInt(1, Integer.parseInt(values[0]));
                for (int i = 1; i <= 6; i++) {
                    insert.setDouble(i + 1, Double.parseDouble(values[i]));
                }
                insert.setDate(8, Date.valueOf(values[7]));
                insert.setDate(9, Date.valueOf(values[8]));
                insert.setString(10, values[9]);
                insert.executeUpdate();
            }
        }
    }

    /** A port that leads to another one, with a delay in each direction. */
    private static int slowLine(int port, long micros) throws IOException {
        ServerSocket line = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(() -> {
            while (true) {
                Socket near = line.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                daemon(() -> carry(near.getInputStream(), far.getOutputStream(), micros));
                daemon(() -> carry(far.getInputStream(), near.getOutputStream(), micros));
            }
        });
        return line.getLocalPort();
    }

    private static Void carry(InputStream from, OutputStream to, long micros) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            LockSupport.parkNanos(micros * 1_000);
            to.write(buffer, 0, read);
        }
        to.close();
        return null;
    }

    private static void daemon(Callable<Void> work) {
        Thread thread = new Thread(() -> {
            try {
                work.call();
            } catch (Exception e) {
                // the other side hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void migrate(Connection connection) throws Exception {
        String script = Files.readString(Path.of("stacks/loan-versions/sql/V1__loans_and_watermark.sql"))
                .replaceAll("(?m)^(IF|--) .*$", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS [dbo] CASCADE");
            statement.execute("CREATE SCHEMA [dbo]");
            for (String command : script.replace("nvarchar(max)", "nvarchar(4000)").split(";")) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    private static void empty(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE TABLE [dbo].[source]");
        }
    }

    private static void loans(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "loans";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        PrintWriter quiet = new PrintWriter(PrintWriter.nullWriter());
        if (Simulators.run(login, quiet, new PrintWriter(System.err, true), all) != 0) {
            throw new IllegalStateException("the simulator failed");
        }
    }
}
