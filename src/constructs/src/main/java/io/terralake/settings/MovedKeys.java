package io.terralake.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Keys that stood elsewhere in earlier versions: each is reported with its new place, and judged there. */
final class MovedKeys {
    private MovedKeys() {}

    static void report(ObjectNode document, List<Section<?>> sections, Problems problems) {
        for (Section<?> section : sections) {
            section.moved().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(moved -> move(document, moved.getKey(), moved.getValue(), problems));
        }
    }

    private static void move(ObjectNode document, String from, String to, Problems problems) {
        JsonPointer old = JsonPointer.compile(from);
        JsonNode value = document.at(old);
        if (value.isMissingNode() || !(document.at(old.head()) instanceof ObjectNode parent)) {
            return;
        }
        problems.add(from, "has moved to #" + to);
        parent.remove(old.last().getMatchingProperty());
        if (parent != document && parent.isEmpty() && document.at(old.head().head()) instanceof ObjectNode above) {
            above.remove(old.head().last().getMatchingProperty());
        }
        graft(document, JsonPointer.compile(to), value);
    }

    /** Puts a value where it belongs now, unless something else stands there or on the way. */
    private static void graft(ObjectNode root, JsonPointer place, JsonNode value) {
        ObjectNode target = root;
        JsonPointer rest = place;
        while (!rest.tail().matches()) {
            JsonNode next = target.path(rest.getMatchingProperty());
            if (next.isMissingNode()) {
                next = target.putObject(rest.getMatchingProperty());
            }
            if (!(next instanceof ObjectNode object)) {
                return;
            }
            target = object;
            rest = rest.tail();
        }
        if (!target.has(rest.getMatchingProperty())) {
            target.set(rest.getMatchingProperty(), value);
        }
    }
}
