package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A type of resources of which more is known than that it is stored and given back.
 *
 * @param type such as {@code Microsoft.Storage/storageAccounts}
 * @param computed the attributes that Azure adds
 * @param parts paths below a resource that are there with it
 * @param actions paths below a resource that can be posted to
 * @param rules what else is known, in words
 */
public record KnownType(
        String type, List<String> computed, List<String> parts, List<String> actions, List<String> rules) {

    /** All of them, by name. */
    public static List<KnownType> all() {
        return new ResourceTypes()
                .all().stream()
                        .map(type -> new KnownType(
                                type.type(),
                                attributes(type.computed()),
                                type.singletons().keySet().stream().sorted().toList(),
                                type.actions().keySet().stream().sorted().toList(),
                                rules(type)))
                        .sorted(Comparator.comparing(KnownType::type))
                        .toList();
    }

    /** What is known that no file can say, a sentence each. */
    public static List<String> behaviours() {
        return Behaviours.ALL.stream().map(Behaviour::says).toList();
    }

    private static List<String> attributes(ObjectNode computed) {
        return computed.properties().stream()
                .flatMap(entry -> entry.getKey().equals("properties")
                        ? entry.getValue().properties().stream().map(Map.Entry::getKey)
                        : Stream.of(entry.getKey()))
                .toList();
    }

    private static List<String> rules(ResourceType type) {
        ResourceType plain = ResourceType.unknown(type.type());
        List<String> rules = new ArrayList<>();
        if (!type.created().equals(plain.created())) {
            rules.add("a PUT is answered with " + type.created());
        }
        if (!type.deleted().equals(plain.deleted())) {
            rules.add("a DELETE is answered with " + type.deleted());
        }
        if (!type.provisioned().equals(plain.provisioned())) {
            rules.add("has no provisioning state");
        }
        if (type.names() != null) {
            rules.add("names are checked");
        }
        if (type.global()) {
            rules.add("a name is given once in all of Azure");
        }
        if (type.implied()) {
            rules.add("is made with the first resource that is put below it");
        }
        return rules;
    }
}
