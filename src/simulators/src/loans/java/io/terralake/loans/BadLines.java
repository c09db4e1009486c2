package io.terralake.loans;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a file that were left out. */
public final class BadLines {
    /** More would hide what else is said. */
    private static final int MOST_NAMED = 20;

    private final List<BadLine> lines = new ArrayList<>();

    /** None yet. */
    public BadLines() {}

    /**
     * Adds a line.
     *
     * @param line what is wrong with it
     */
    public void add(BadLine line) {
        lines.add(line);
    }

    /**
     * All of them.
     *
     * @return in the order of the file
     */
    public List<BadLine> list() {
        return lines.stream().sorted(Comparator.comparingLong(BadLine::first)).toList();
    }

    /**
     * Tells the first of them, and how many more there are.
     *
     * @param file the file's name
     * @param err where it is told
     */
    public void tell(String file, PrintWriter err) {
        named(list()).forEach(line -> err.printf("%s: left out: %s%n", file, line));
    }

    /**
     * The first of some lines, and how many more there are.
     *
     * @param lines all of them
     * @return a text for each that is named, and one for the others
     */
    public static List<String> named(List<?> lines) {
        Stream<String> named = lines.stream().limit(MOST_NAMED).map(String::valueOf);
        int more = lines.size() - MOST_NAMED;
        return (more > 0 ? Stream.concat(named, Stream.of("%d lines more".formatted(more))) : named).toList();
    }
}
