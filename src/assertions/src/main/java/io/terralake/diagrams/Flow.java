package io.terralake.diagrams;

import io.terralake.diagrams.Landscape.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The boxes of a card in levels, each above those that it uses; boxes that have nothing to do with each other in turn. */
final class Flow {
    private final Map<Box, Set<Box>> uses = new LinkedHashMap<>();

    Flow(List<Box> boxes, Landscape landscape) {
        boxes.forEach(box -> uses.put(box, new LinkedHashSet<>(landscape.usedBy(box))));
        uses.values().forEach(used -> used.retainAll(uses.keySet()));
    }

    List<List<Box>> levels() {
        List<List<Box>> levels = new ArrayList<>();
        for (Set<Box> connected : connected()) {
            int first = levels.size();
            for (Box box : connected) {
                int level = first + depth(box, Set.of());
                while (levels.size() <= level) {
                    levels.add(new ArrayList<>());
                }
                levels.get(level).add(box);
            }
        }
        levels.removeIf(List::isEmpty);
        return levels;
    }

    /** What a box uses, without what it also uses through another. */
    Set<Box> next(Box box) {
        Set<Box> next = new LinkedHashSet<>(uses.get(box));
        for (Box used : uses.get(box)) {
            Set<Box> further = new HashSet<>();
            reach(used, further);
            further.remove(used);
            next.removeAll(further);
        }
        return next;
    }

    private void reach(Box box, Set<Box> reached) {
        if (reached.add(box)) {
            uses.get(box).forEach(used -> reach(used, reached));
        }
    }

    private int depth(Box box, Set<Box> below) {
        Set<Box> path = new HashSet<>(below);
        path.add(box);
        return uses.entrySet().stream()
                .filter(entry -> entry.getValue().contains(box) && !path.contains(entry.getKey()))
                .mapToInt(entry -> depth(entry.getKey(), path) + 1)
                .max()
                .orElse(0);
    }

    /** The largest first. */
    private List<Set<Box>> connected() {
        List<Set<Box>> all = new ArrayList<>();
        for (Box box : uses.keySet()) {
            Set<Box> joined = new LinkedHashSet<>(Set.of(box));
            List<Set<Box>> touched = all.stream()
                    .filter(set -> set.stream().anyMatch(other -> touch(box, other)))
                    .toList();
            touched.forEach(joined::addAll);
            all.removeAll(touched);
            all.add(joined);
        }
        all.sort(Comparator.comparing((Set<Box> set) -> set.size()).reversed());
        return all;
    }

    private boolean touch(Box one, Box other) {
        return uses.get(one).contains(other) || uses.get(other).contains(one);
    }
}
