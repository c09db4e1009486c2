package io.terralake.factory.content;

import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Reference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The order in which artifacts can be made: each after what it names. */
final class Order {
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();

    /** What each artifact names, by key. */
    private final Map<String, Map<String, Reference>> named = new LinkedHashMap<>();

    private Order(List<Artifact> all) {
        all.forEach(artifact -> artifacts.putIfAbsent(artifact.key(), artifact));
        artifacts.forEach((key, artifact) -> {
            Map<String, Reference> names = new LinkedHashMap<>();
            for (Reference reference : Reference.in(artifact.properties())) {
                reference
                        .kind()
                        .artifact()
                        .map(kind -> Artifact.key(kind, reference.name()))
                        .filter(artifacts::containsKey)
                        .ifPresent(other -> names.putIfAbsent(other, reference));
            }
            named.put(key, names);
        });
    }

    /** Notes what names itself through others. */
    static List<Artifact> of(List<Artifact> all, List<Finding> findings) {
        Order order = new Order(all);
        Map<String, Integer> waiting = new LinkedHashMap<>();
        Map<String, List<String>> dependants = new LinkedHashMap<>();
        order.named.forEach((key, names) -> {
            waiting.put(key, names.size());
            names.keySet()
                    .forEach(other -> dependants
                            .computeIfAbsent(other, any -> new ArrayList<>())
                            .add(key));
        });
        Deque<String> ready = waiting.entrySet().stream()
                .filter(entry -> entry.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<Artifact> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            String key = ready.poll();
            sorted.add(Objects.requireNonNull(order.artifacts.get(key)));
            waiting.remove(key);
            for (String dependant : dependants.getOrDefault(key, List.of())) {
                if (waiting.merge(dependant, -1, Integer::sum) == 0) {
                    ready.add(dependant);
                }
            }
        }
        order.noteCycles(waiting.keySet(), findings);
        return List.copyOf(sorted);
    }

    /** Of those that could not be sorted, some only wait for a cycle. */
    private void noteCycles(Set<String> left, List<Finding> findings) {
        Set<String> noted = new LinkedHashSet<>();
        for (String start : left) {
            List<String> path = new ArrayList<>();
            String at = start;
            while (!noted.contains(at) && !path.contains(at)) {
                path.add(at);
                at = next(at, left).orElseThrow();
            }
            if (!noted.contains(at)) {
                List<String> cycle = path.subList(path.indexOf(at), path.size());
                note(cycle, findings);
            }
            noted.addAll(path);
        }
    }

    private Optional<String> next(String key, Set<String> left) {
        return Objects.requireNonNull(named.get(key)).keySet().stream()
                .filter(left::contains)
                .findFirst();
    }

    private void note(List<String> cycle, List<Finding> findings) {
        Artifact first = Objects.requireNonNull(artifacts.get(cycle.get(0)));
        String second = cycle.get(1 % cycle.size());
        Reference reference = Objects.requireNonNull(
                Objects.requireNonNull(named.get(cycle.get(0))).get(second));
        String names = cycle.stream()
                .map(key -> Objects.requireNonNull(artifacts.get(key)).name())
                .collect(Collectors.joining(", "));
        first.findings(findings)
                .error(
                        reference.pointer() + "/referenceName",
                        "%ss name each other in a circle: %s, %s"
                                .formatted(first.kind().label(), names, first.name()));
    }
}
