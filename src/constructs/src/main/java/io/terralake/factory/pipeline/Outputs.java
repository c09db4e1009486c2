package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.expression.Read;
import java.util.List;
import java.util.Optional;

/** What activities put out, as far as their types say. */
final class Outputs {
    private static final List<String> OF_ALL = List.of("value", "count");

    private Outputs() {}

    /** What is wrong with what is read of an activity, if anything. */
    static Optional<String> problem(Step before, Read read) {
        return switch (before.type()) {
            case "Lookup" -> ofLookup(before, read);
            case "ExecutePipeline" -> ofPipeline(before, read);
            default -> Optional.empty();
        };
    }

    /**
     * What a pipeline returned.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-return-value">Set pipeline return value</a>
     */
    private static Optional<String> ofPipeline(Step before, Read read) {
        JsonNode waits = before.json().path("typeProperties").path("waitOnCompletion");
        return waits.isBoolean() && !waits.booleanValue() && read.startsWith("output", "pipelineReturnValue")
                ? Optional.of(
                        "reads what \"%s\" returned, which does not wait for its pipeline: values are returned at its end"
                                .formatted(before.name()))
                : Optional.empty();
    }

    /**
     * {@code firstRow}, or {@code value} and {@code count} of all rows.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-lookup-activity">Lookup activity</a>
     */
    private static Optional<String> ofLookup(Step before, Read read) {
        JsonNode first = before.json().path("typeProperties").path("firstRowOnly");
        boolean known = before.missing().isEmpty() && (first.isMissingNode() || first.isBoolean());
        if (!known || !read.startsWith("output") || read.path().size() < 2) {
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
