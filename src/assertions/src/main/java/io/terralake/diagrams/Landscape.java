package io.terralake.diagrams;

import io.terralake.assertions.SynthesizedStack;
import io.terralake.diagrams.AppReferences.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The stacks of an environment as cards of boxes, and which box uses which. */
final class Landscape {

    /**
     * A service in a card: a construct directly under the stack, or several alike.
     *
     * @param title what it is
     * @param details what it is called or made of; may be empty
     */
    record Box(String stack, String title, List<String> details) {}

    private final AppReferences references;
    private final Map<String, Plumbing> plumbing = new HashMap<>();
    private final Map<String, List<Box>> cards = new TreeMap<>();
    private final Map<Box, List<Service>> services = new LinkedHashMap<>();
    private final Map<Place, Box> boxes = new HashMap<>();
    private final Map<Box, Set<Box>> used = new HashMap<>();

    Landscape(Collection<SynthesizedStack> stacks, Map<String, String> labels) {
        this.references = new AppReferences(stacks);
        for (SynthesizedStack stack : stacks) {
            plumbing.put(stack.name(), new Plumbing(stack, new References(stack)));
            Map<String, List<Service>> alike = new TreeMap<>();
            Service.of(stack, labels)
                    .forEach(service -> alike.computeIfAbsent(service.label(), label -> new ArrayList<>())
                            .add(service));
            alike.values().forEach(group -> add(stack.name(), group));
        }
    }

    private void add(String stack, List<Service> alike) {
        Box box = new Box(stack, Service.title(alike), Service.details(alike));
        cards.computeIfAbsent(stack, name -> new ArrayList<>()).add(box);
        services.put(box, alike);
        alike.forEach(service -> service.resources().forEach(resource -> boxes.put(new Place(stack, resource), box)));
    }

    /** The stack that most others read; empty when no stack has a box. */
    Optional<String> ground() {
        return cards.keySet().stream()
                .max(Comparator.comparing((String stack) -> cards.keySet().stream()
                                .filter(reader -> readBy(reader).contains(stack))
                                .count())
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** The stacks on the ground, each behind those that it reads. */
    List<String> products() {
        return cards.keySet().stream()
                .filter(stack -> !stack.equals(ground().orElseThrow()))
                .sorted(Comparator.comparing((String stack) -> depth(stack, Set.of()))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    List<Box> boxes(String stack) {
        return cards.get(stack);
    }

    /** The boxes, of any card, that a box refers to itself or through what is in no box. */
    Set<Box> usedBy(Box box) {
        return used.computeIfAbsent(box, this::findUsedBy);
    }

    private Set<Box> findUsedBy(Box box) {
        Set<Box> found = new LinkedHashSet<>();
        Set<Place> seen = new HashSet<>();
        services.get(box)
                .forEach(service ->
                        service.resources().forEach(resource -> follow(new Place(box.stack(), resource), seen, found)));
        found.remove(box);
        return found;
    }

    /** The stacks that a stack reads. */
    Set<String> readBy(String stack) {
        Set<String> found = new LinkedHashSet<>();
        boxes(stack).forEach(box -> usedBy(box).forEach(used -> found.add(used.stack())));
        found.remove(stack);
        return found;
    }

    /** What is made inside another resource, such as its logs or its lock, says nothing about the flow of data. */
    private void follow(Place place, Set<Place> seen, Set<Box> found) {
        if (!seen.add(place) || plumbing.get(place.stack()).isInsideAnother(place.resource())) {
            return;
        }
        for (Place target : references.from(place)) {
            Box box = boxes.get(target);
            if (box == null) {
                follow(target, seen, found);
            } else {
                found.add(box);
            }
        }
    }

    /** How many stacks this one stands on, one upon the other. */
    private int depth(String stack, Set<String> above) {
        Set<String> path = new HashSet<>(above);
        path.add(stack);
        return readBy(stack).stream()
                .filter(read -> !path.contains(read))
                .mapToInt(read -> depth(read, path) + 1)
                .max()
                .orElse(0);
    }
}
