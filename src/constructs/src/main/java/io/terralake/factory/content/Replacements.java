package io.terralake.factory.content;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.json.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts what differs from the files in its place. */
final class Replacements {
    /** What may be left out beside the type and its properties, and needs nothing to stand in. */
    private static final Set<String> OPTIONAL =
            Set.of("annotations", "concurrency", "connectVia", "description", "folder", "policy", "runtimeState");

    private Replacements() {}

    static void apply(List<Replacement> replacements, List<Artifact> artifacts, List<Finding> findings) {
        Map<String, Artifact> known =
                artifacts.stream().collect(Collectors.toMap(Artifact::key, Function.identity(), (one, other) -> one));
        for (Replacement replacement : replacements) {
            Artifact artifact = known.get(replacement.key());
            if (artifact == null) {
                findings.add(new Finding("", "", "", missing(replacement, artifacts), false));
            } else if (!put(artifact.properties(), replacement)) {
                artifact.findings(findings).error(replacement.pointer(), misplaced(artifact.properties(), replacement));
            }
        }
    }

    private static String missing(Replacement replacement, List<Artifact> artifacts) {
        String others = artifacts.stream()
                .filter(artifact -> artifact.name().equalsIgnoreCase(replacement.name()))
                .map(artifact -> ", a %s has the name".formatted(artifact.kind().label()))
                .findFirst()
                .orElseGet(() -> ", there are " + names(replacement, artifacts));
        return "a replacement is for the %s \"%s\", which is not there%s"
                .formatted(replacement.kind().label(), replacement.name(), others);
    }

    /** A new field comes with what it stands in: alone it is more often a slip of the pen. */
    private static String misplaced(ObjectNode properties, Replacement replacement) {
        JsonPointer there = replacement.at();
        while (properties.at(there).isMissingNode()) {
            there = there.head();
        }
        List<String> fields = new ArrayList<>();
        properties.at(there).fieldNames().forEachRemaining(fields::add);
        String given =
                replacement.pointer().substring(there.toString().length() + 1).replaceAll("/.*", "");
        String whole = there.toString().isEmpty() ? "" : "; to add something, replace all of \"%s\"".formatted(there);
        return "a replacement is for a place that is not there" + Nearest.said(given, fields) + whole;
    }

    /** Takes out what will be replaced, where it is. */
    static void blank(ObjectNode properties, Replacement replacement) {
        put(properties, new Replacement(replacement.kind(), replacement.name(), replacement.pointer(), ""));
    }

    /** Whether there is such a place. */
    private static boolean put(ObjectNode properties, Replacement replacement) {
        JsonPointer at = replacement.at();
        String name = at.last().getMatchingProperty();
        if (properties.at(at).isMissingNode() && !(at.last().equals(at) && OPTIONAL.contains(name))) {
            return false;
        }
        JsonNode parent = properties.at(at.head());
        if (parent instanceof ObjectNode object) {
            if (replacement.value() == null) {
                object.remove(name);
            } else {
                object.set(name, replacement.json());
            }
        } else if (parent instanceof ArrayNode list) {
            int index = at.last().getMatchingIndex();
            if (replacement.value() == null) {
                list.remove(index);
            } else {
                list.set(index, replacement.json());
            }
        }
        return true;
    }

    private static List<String> names(Replacement replacement, List<Artifact> artifacts) {
        return artifacts.stream()
                .filter(artifact -> artifact.kind() == replacement.kind())
                .map(Artifact::name)
                .sorted()
                .toList();
    }
}
