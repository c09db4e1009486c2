package io.terralake.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proxy of HTTP that leads connections to names that are emulated to the emulator, and refuses all others. Nothing that a client with this
 * proxy asks for leaves the machine.
 */
final class Proxy implements AutoCloseable {
    private static final Pattern CONNECT = Pattern.compile("CONNECT (\\S+) .*", Pattern.DOTALL);
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+ [hH][tT][tT][pP]://\\S+) .*", Pattern.DOTALL);
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final byte[] CONNECTED = ascii("HTTP/1.1 200 Connection established\r\n\r\n");
    private static final byte[] REFUSED =
            ascii("HTTP/1.1 502 Not emulated\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket socket;
    private final InetSocketAddress target;
    private final ExecutorService threads;
    private final Predicate<String> emulated;
    private final Consumer<String> refused;

    /**
     * @param emulated asked for the host and port of each connection, such as {@code example.com:443}, whether it is led to the target
     * @param refused told what was asked for and is not emulated
     */
    Proxy(InetSocketAddress target, ExecutorService threads, Predicate<String> emulated, Consumer<String> refused)
            throws IOException {
        this.emulated = emulated;
        this.refused = refused;
        this.socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        this.target = target;
        this.threads = threads;
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        open.forEach(Proxy::close);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                // The next one may come through; a closed socket ends the loop.
                continue;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try (client) {
            client.setTcpNoDelay(true);
            String head = head(client.getInputStream());
            Matcher connect = CONNECT.matcher(head);
            if (!connect.matches() || !emulated.test(connect.group(1))) {
                refused.accept(wanted(head));
                client.getOutputStream().write(REFUSED);
                return;
            }
            try (Socket server = new Socket(target.getAddress(), target.getPort())) {
                server.setTcpNoDelay(true);
                client.getOutputStream().write(CONNECTED);
                threads.execute(() -> copy(server, client));
                copy(client, server);
            }
        } catch (IOException e) {
            // The client went away.
            return;
        } finally {
            open.remove(client);
        }
    }

    private static String wanted(String head) {
        Matcher connect = CONNECT.matcher(head);
        if (connect.matches()) {
            return "CONNECT https://" + connect.group(1).replaceFirst(":443$", "");
        }
        Matcher request = REQUEST.matcher(head);
        return request.matches() ? request.group(1) : head.lines().findFirst().orElse("");
    }

    /** The lines up to the empty one. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // A side that is not told would wait for an answer for ever.
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed.
            return;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
