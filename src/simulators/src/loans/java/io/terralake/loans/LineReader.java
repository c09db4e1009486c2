package io.terralake.loans;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives one line at a read. So a parser has read no further than the record that it is at, and when that is broken, the lines
 * after its first can be read again. A line ends with LF; a byte order mark at the beginning is no part of the text.
 */
final class LineReader extends Reader {
    /** In characters. A quote that is never closed must not take in the rest of a large file. */
    static final int LONGEST_RECORD = 1 << 20;

    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int next;
    private int end;

    private final Deque<String> again = new ArrayDeque<>();
    private final List<String> record = new ArrayList<>();
    private String line = "";
    private int given;
    private long before;
    private int length;

    LineReader(Reader in) {
        this.in = in;
    }

    /** A record that is longer than any that makes sense. */
    static final class LongRecordException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        if (given == line.length()) {
            String read = again.isEmpty() ? readLine() : again.remove();
            if (read == null) {
                return -1;
            }
            record.add(read);
            length += read.length();
            line = read;
            given = 0;
            if (length > LONGEST_RECORD) {
                throw new LongRecordException();
            }
        }
        int size = Math.min(count, line.length() - given);
        line.getChars(given, given + size, target, offset);
        given += size;
        return size;
    }

    /** The number of the line that the current record begins on, from 1; empty lines before it do not count. */
    long first() {
        return record.isEmpty() ? before : before + 1 + emptyLines();
    }

    /** The number of the last line that was read. */
    long last() {
        return before + record.size();
    }

    /** The current record is well: what is read now is the next one. */
    void accept() {
        before += record.size();
        record.clear();
        length = 0;
    }

    /** The current record is broken: all but its first line are read again. */
    void rewind() {
        int broken = Math.min(record.size(), emptyLines() + 1);
        for (int i = record.size() - 1; i >= broken; i--) {
            again.push(record.remove(i));
        }
        line = "";
        given = 0;
        accept();
    }

    private int emptyLines() {
        int count = 0;
        while (count < record.size() && isEmpty(record.get(count))) {
            count++;
        }
        return count;
    }

    private static boolean isEmpty(String line) {
        return line.equals("\n") || line.equals("\r\n");
    }

    /** The next line with its end, of a line without sense as much as shows that; null at the end of the text. */
    private @Nullable String readLine() throws IOException {
        StringBuilder begun = new StringBuilder();
        while (next < end || fill()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            boolean ended = next < end;
            if (ended) {
                next++;
            }
            if (ended && begun.isEmpty()) {
                return new String(buffer, from, next - from);
            }
            if (begun.length() <= LONGEST_RECORD) {
                begun.append(buffer, from, next - from);
            }
            if (ended) {
                break;
            }
        }
        return begun.isEmpty() ? null : begun.toString();
    }

    private boolean fill() throws IOException {
        boolean beginning = end == 0;
        next = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        if (beginning && end > 0 && buffer[0] == '\uFEFF') {
            next = 1;
            return end > 1 || fill();
        }
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
