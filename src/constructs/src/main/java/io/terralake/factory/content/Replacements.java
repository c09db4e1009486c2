package io.terralake.factory.content;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.json.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what differs from the files in its place. */
final class Replacements {
    private Replacements() {}

    static void apply(List<Replacement> replacements, List<Artifact> artifacts, List<Finding> findings) {
        Map<String, Artifact> known =
                artifacts.stream().collect(Collectors.toMap(Artifact::key, Function.identity(), (one, other) -> one));
        for (Replacement replacement : replacements) {
            Artifact artifact = known.get(replacement.key());
            if (artifact == null) {
                findings.add(new Finding(
                        "",
                        "",
                        "\"" + replacement.name() + "\"",
                        "a replacement is for a %s that is not there, there are %s"
                                .formatted(replacement.kind().label(), names(replacement, artifacts)),
                        false));
            } else if (!put(artifact.properties(), replacement)) {
                artifact.findings(findings)
                        .error(replacement.pointer(), "a replacement is for a place that is not there");
            }
        }
    }

    /** Takes out what will be replaced, where it is. */
    static void blank(ObjectNode properties, Replacement replacement) {
        if (!properties.at(replacement.at()).isMissingNode()) {
            put(properties, new Replacement(replacement.kind(), replacement.name(), replacement.pointer(), ""));
        }
    }

    private static boolean put(ObjectNode properties, Replacement replacement) {
        JsonPointer at = replacement.at();
        JsonNode parent = properties.at(at.head());
        JsonPointer last = at.last();
        if (parent instanceof ObjectNode object) {
            String name = last.getMatchingProperty();
            if (replacement.value() == null) {
                object.remove(name);
            } else {
                object.set(name, replacement.json());
            }
            return true;
        }
        int index = last.getMatchingIndex();
        if (parent instanceof ArrayNode list && index >= 0 && index < list.size()) {
            if (replacement.value() == null) {
                list.remove(index);
            } else {
                list.set(index, replacement.json());
            }
            return true;
        }
        return false;
    }

    private static List<String> names(Replacement replacement, List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> artifact.kind() == replacement.kind())
                .map(Artifact::name)
                .sorted()
                .toList();
    }
}
