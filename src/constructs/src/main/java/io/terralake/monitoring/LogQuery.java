package io.terralake.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * A question to the Log Analytics workspace of a stack, and which number of the answer counts.
 *
 * @param text in the Kusto query language; the time it looks at is whoever asks's
 * @param column the column whose sum counts; null counts the rows
 * @see <a href="https://learn.microsoft.com/azure/data-explorer/kusto/query/">Kusto Query Language</a>
 */
public record LogQuery(String text, @Nullable String column) {

    /** A text of somebody's own as a string of the language. */
    public static String quoted(String text) {
        return "'%s'".formatted(text.replace("\\", "\\\\").replace("'", "\\'"));
    }
}
