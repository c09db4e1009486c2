package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.expression.Read;
import java.util.List;
import java.util.Optional;

/**
 * What a lookup puts out: {@code firstRow}, or {@code value} and {@code count} of all rows.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-lookup-activity">Lookup activity</a>
 */
final class LookupOutput {
    private static final List<String> OF_ALL = List.of("value", "count");

    private LookupOutput() {}

    /** What is wrong with what is read of an activity, if it is a lookup. */
    static Optional<String> problem(Step before, Read read) {
        JsonNode first = before.json().path("typeProperties").path("firstRowOnly");
        boolean known = before.missing().isEmpty() && (first.isMissingNode() || first.isBoolean());
        if (!before.type().equals("Lookup")
                || !known
                || !read.startsWith("output")
                || read.path().size() < 2) {
            return Optional.empty();
        }
        String name = read.path().get(1);
        boolean firstOnly = first.asBoolean(true);
        if (firstOnly && OF_ALL.stream().anyMatch(name::equalsIgnoreCase)) {
            return Optional.of("reads \"%s\" of \"%s\", which looks up the first row only: it puts out firstRow"
                    .formatted(name, before.name()));
        }
        return !firstOnly && name.equalsIgnoreCase("firstRow")
                ? Optional.of("reads \"%s\" of \"%s\", which looks up all rows: it puts out value and count"
                        .formatted(name, before.name()))
                : Optional.empty();
    }
}
