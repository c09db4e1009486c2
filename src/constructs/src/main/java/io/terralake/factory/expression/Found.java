package io.terralake.factory.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.expression.Node;
import io.terralake.expression.Parser;
import io.terralake.expression.SyntaxException;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A string in JSON that the service would look for an expression in.
 *
 * @param pointer where it stands, as a JSON pointer
 * @param text the string
 * @param node what it says; empty when the service would not understand it
 * @param problems what is wrong with it wherever it stands, by {@link Checks}
 */
public record Found(String pointer, String text, Optional<Node> node, List<Checks.Problem> problems) {
    private static final int SHOWN = 100;

    /**
     * The most characters of an expression.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits">
     *     Azure Data Factory limits</a>
     */
    private static final int LONGEST = 8192;

    /**
     * Every such string in JSON.
     *
     * @param pointer where the JSON stands
     * @param known where expressions can read from there
     * @param skipped parts of the JSON that are not looked into
     */
    public static List<Found> in(String pointer, JsonNode json, Set<Origin> known, Predicate<JsonNode> skipped) {
        List<Found> found = new ArrayList<>();
        visit(pointer, json, known, skipped, found);
        return found;
    }

    /** A string by itself. */
    public static Found of(String pointer, String text, Set<Origin> known) {
        if (text.length() > LONGEST && text.startsWith("@") && !text.startsWith("@@") && !text.startsWith("@{")) {
            String message =
                    "an expression of %d characters is not allowed: at most %d".formatted(text.length(), LONGEST);
            return new Found(pointer, text, Optional.empty(), List.of(new Checks.Problem(0, message)));
        }
        try {
            Node node = Parser.parse(text);
            return new Found(pointer, text, Optional.of(node), Checks.of(node, known));
        } catch (SyntaxException e) {
            return new Found(
                    pointer,
                    text,
                    Optional.empty(),
                    List.of(new Checks.Problem(e.at(), String.valueOf(e.getMessage()))));
        }
    }

    /** What it reads. */
    public List<Read> reads() {
        return node.map(Read::of).orElse(List.of());
    }

    /**
     * A problem with its place: {@code <message>: position 2 of "@…" at /pointer}.
     *
     * @param at where the problem is in the text, from 0
     */
    public String at(int at, String message) {
        return said(at, message) + (pointer.isEmpty() ? "" : " at " + pointer);
    }

    /** The same without the pointer. */
    public String said(int at, String message) {
        return "%s: position %d of \"%s\"".formatted(message, at + 1, shown(at));
    }

    /** The text in one line, or the part of it around a place. */
    private String shown(int at) {
        if (Secrets.isInside(text)) {
            return "…";
        }
        String line = text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        if (line.length() <= SHOWN) {
            return line;
        }
        int start = Math.max(0, Math.min(at - SHOWN / 2, line.length() - SHOWN));
        int end = start + SHOWN;
        return (start > 0 ? "…" : "") + line.substring(start, end) + (end < line.length() ? "…" : "");
    }

    private static void visit(
            String pointer, JsonNode node, Set<Origin> known, Predicate<JsonNode> skipped, List<Found> found) {
        if (node.isTextual()) {
            if (Parser.concerns(node.asText())) {
                found.add(of(pointer, node.asText(), known));
            }
        } else if (!skipped.test(node)) {
            for (int i = 0; i < node.size() && node.isArray(); i++) {
                visit(pointer + "/" + i, node.get(i), known, skipped, found);
            }
            node.properties()
                    .forEach(field -> visit(
                            pointer + "/" + Findings.escaped(field.getKey()), field.getValue(), known, skipped, found));
        }
    }
}
