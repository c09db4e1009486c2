package io.terralake.deployhook.database;

/**
 * A script, as it was when it was checked.
 *
 * @param name its file's name
 * @param version from 1; 0 for one that is repeated whenever it changes
 * @param text the whole file
 */
public record Script(String name, long version, String text) {
    boolean isVersioned() {
        return version > 0;
    }

    /** The number of the batch that a line is in, from 1. */
    int batchOf(int line) {
        return 1
                + (int) text.lines()
                        .limit(Math.max(0, line - 1L))
                        .filter(each -> each.matches("(?i)\\s*GO\\s*(\\d+\\s*)?"))
                        .count();
    }
}
