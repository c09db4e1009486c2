package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the expressions in JSON read: everywhere that Data Factory would look for one. */
final class References {
    /** Strings are alternatives too, so that what stands in one is not taken for more. */
    private static final Pattern READ =
            Pattern.compile("pipeline\\(\\)\\.parameters(?:\\.(?<parameter>\\w+)|\\['(?<quoted>(?:[^']|'')*)'])"
                    + "|variables\\(\\s*'(?<variable>(?:[^']|'')*)'\\s*\\)"
                    + "|activity\\(\\s*'(?<activity>(?:[^']|'')*)'\\s*\\)"
                    + "|\\b(?<item>item)\\(\\s*\\)"
                    + "|'(?:[^']|'')*'");

    private final Set<Reference> found = new LinkedHashSet<>();
    private final Set<String> inner;

    private References(Set<String> inner) {
        this.inner = inner;
    }

    /** Something of the pipeline that an expression reads. */
    record Reference(Kind kind, String name) {
        enum Kind {
            PARAMETER,
            VARIABLE,
            OUTPUT,
            ITEM
        }
    }

    /**
     * What an activity reads.
     *
     * @param inner the names of the activities inside it, which read for themselves
     */
    static Set<Reference> of(JsonNode activity, Set<String> inner) {
        References references = new References(inner);
        activity.forEach(references::visit);
        return references.found;
    }

    private void visit(JsonNode node) {
        if (node.isTextual()) {
            visit(node.asText());
        } else if (!isInner(node)) {
            node.forEach(this::visit);
        }
    }

    private boolean isInner(JsonNode node) {
        return node.has("type")
                && node.has("dependsOn")
                && inner.contains(node.path("name").asText());
    }

    private void visit(String text) {
        if (text.startsWith("@") && !text.startsWith("@@") && !text.startsWith("@{")) {
            read(text.substring(1));
            return;
        }
        for (int at = text.indexOf("@{"); at >= 0; at = text.indexOf("@{", at + 2)) {
            if (at == 0 || text.charAt(at - 1) != '@') {
                read(text.substring(at + 2, end(text, at + 2)));
            }
        }
    }

    /** Where the expression that starts at a place in text ends: at the first brace that is not in a string. */
    private static int end(String text, int start) {
        boolean quoted = false;
        for (int at = start; at < text.length(); at++) {
            if (text.charAt(at) == '\'') {
                quoted = !quoted;
            } else if (text.charAt(at) == '}' && !quoted) {
                return at;
            }
        }
        return text.length();
    }

    private void read(String code) {
        Matcher matcher = READ.matcher(code);
        while (matcher.find()) {
            add(Reference.Kind.PARAMETER, matcher.group("parameter"));
            add(Reference.Kind.PARAMETER, matcher.group("quoted"));
            add(Reference.Kind.VARIABLE, matcher.group("variable"));
            add(Reference.Kind.OUTPUT, matcher.group("activity"));
            add(Reference.Kind.ITEM, matcher.group("item"));
        }
    }

    private void add(Reference.Kind kind, @Nullable String name) {
        if (name != null) {
            found.add(new Reference(kind, name.replace("''", "'")));
        }
    }
}
