package io.terralake.registration.secrets;

import java.io.PrintWriter;
import java.io.Writer;

/** Keeps a line until it is whole: a secret may arrive in pieces. */
final class RedactingWriter extends Writer {
    private final Secrets secrets;
    private final PrintWriter out;
    private final StringBuilder line = new StringBuilder();

    RedactingWriter(Secrets secrets, PrintWriter out) {
        this.secrets = secrets;
        this.out = out;
    }

    @Override
    public void write(char[] text, int start, int length) {
        synchronized (lock) {
            line.append(text, start, length);
            int end = line.lastIndexOf("\n") + 1;
            if (end > 0) {
                out.write(secrets.redact(line.substring(0, end)));
                line.delete(0, end);
            }
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        synchronized (lock) {
            out.write(secrets.redact(line.toString()));
            line.setLength(0);
            out.flush();
        }
    }
}
