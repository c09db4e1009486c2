package io.terralake.registration.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report.
 *
 * @param target where it is: a database or a workspace
 * @param kind what it is, such as {@code dataset}
 * @param name its name
 * @param outcome what became of it
 * @param detail a version, a statement, or why it failed; null when there is nothing to add
 */
@JsonPropertyOrder({"target", "kind", "name", "outcome", "detail"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Item(
        String target,
        String kind,
        String name,
        Outcome outcome,
        @Nullable String detail) {

    /**
     * Whether it went wrong.
     *
     * @return true when the outcome is {@link Outcome#FAILED}
     */
    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /**
     * The same item with other texts.
     *
     * @param change what becomes of each text, such as a text without secrets
     */
    public Item with(UnaryOperator<String> change) {
        return new Item(
                change.apply(target),
                change.apply(kind),
                change.apply(name),
                outcome,
                detail == null ? null : change.apply(detail));
    }
}
