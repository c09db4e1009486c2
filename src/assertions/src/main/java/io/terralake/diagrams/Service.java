package io.terralake.diagrams;

import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A construct directly under a stack that has labelled resources.
 *
 * @param id the construct's id
 * @param label that of its main resource, else of the first that none of the others refers to
 * @param others the labels of its other labelled resources
 * @param resources all of its resources
 */
record Service(String id, String label, List<String> others, List<Resource> resources) {

    static List<Service> of(SynthesizedStack stack, Map<String, String> labels) {
        Map<String, List<Resource>> constructs = new TreeMap<>();
        stack.resources().stream()
                .filter(resource -> resource.constructPath().contains("/"))
                .forEach(resource -> constructs
                        .computeIfAbsent(resource.constructPath().split("/")[1], id -> new ArrayList<>())
                        .add(resource));
        References references = new References(stack);
        List<Service> services = new ArrayList<>();
        constructs.forEach((id, resources) -> {
            List<Resource> labelled = resources.stream()
                    .filter(resource -> labels.containsKey(resource.kind()))
                    .sorted(Comparator.comparing((Resource resource) -> !isMain(id, resource))
                            .thenComparing(resource -> isUsed(resource, resources, references)))
                    .toList();
            if (!labelled.isEmpty()) {
                List<String> found = labelled.stream()
                        .map(resource -> labels.get(resource.kind()))
                        .toList();
                services.add(new Service(id, found.get(0), found.subList(1, found.size()), resources));
            }
        });
        return services;
    }

    private static boolean isMain(String id, Resource resource) {
        return resource.constructPath().endsWith("/" + id + "/Resource");
    }

    private static boolean isUsed(Resource resource, List<Resource> by, References references) {
        return by.stream().anyMatch(other -> references.from(other).contains(resource));
    }

    /** What services alike are, with their number when there are several. */
    static String title(List<Service> alike) {
        return counted(alike.get(0).label, alike.size());
    }

    /** What a service is called where its label does not say so, and what else is in services alike. */
    static List<String> details(List<Service> alike) {
        List<String> details = new ArrayList<>();
        if (alike.size() == 1 && !alike.get(0).isCalledLikeItsLabel()) {
            details.add(words(alike.get(0).id));
        }
        alike.stream()
                .flatMap(service -> service.others.stream())
                .collect(Collectors.groupingBy(label -> label, TreeMap::new, Collectors.counting()))
                .forEach((label, count) -> details.add(counted(label, count)));
        return details;
    }

    /** Whether the label has all words of the id, be they one or many of a kind. */
    private boolean isCalledLikeItsLabel() {
        return singulars(label).containsAll(singulars(words(id)));
    }

    private static List<String> singulars(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split(" "))
                .map(word -> word.replaceFirst("s$", ""))
                .toList();
    }

    private static String counted(String label, long count) {
        return count == 1 ? label : "%d %ss".formatted(count, label);
    }

    /** {@code DeltaCopy} as "delta copy". */
    private static String words(String id) {
        return id.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[-_]", " ").toLowerCase(Locale.ROOT);
    }
}
