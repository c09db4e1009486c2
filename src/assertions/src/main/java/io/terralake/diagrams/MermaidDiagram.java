package io.terralake.diagrams;

import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Mermaid flowchart of a synthesized stack: a box for each construct directly under the stack with what it is made
 * of inside, and an arrow for each reference from one box to another, named after what makes it.
 */
public final class MermaidDiagram {
    /** Holds everything; an arrow to it would say nothing. */
    private static final String RESOURCE_GROUP = "azurerm_resource_group";

    /** Another stack whose outputs this one reads. */
    private static final String OTHER_STACK = "data.terraform_remote_state";

    /** The argument of what grants a role. */
    private static final String ROLE = "role_definition_name";

    private static final String OTHER_STACK_PREFIX = "cross-stack-reference-input-";

    private final SynthesizedStack stack;
    private final Map<String, String> arrowNames;
    private final References references;
    private final Plumbing plumbing;
    private final Map<String, List<Resource>> boxes = new LinkedHashMap<>();

    private MermaidDiagram(SynthesizedStack stack, Map<String, String> arrowNames) {
        this.stack = stack;
        this.arrowNames = arrowNames;
        this.references = new References(stack);
        this.plumbing = new Plumbing(stack, references);
        for (Resource resource : stack.resources()) {
            if (resource.type().equals(OTHER_STACK)
                    || !resource.type().startsWith("data.") && !resource.type().equals(RESOURCE_GROUP)) {
                boxes.computeIfAbsent(box(resource), box -> new ArrayList<>()).add(resource);
            }
        }
    }

    /** Draws a stack. */
    public static String of(SynthesizedStack stack) {
        return of(stack, Map.of());
    }

    /**
     * Draws a stack.
     *
     * @param arrowNames what the arrows of resources say, by Terraform type; @default the role for one that grants it, the
     *     type's words for one that is no box, else nothing
     */
    public static String of(SynthesizedStack stack, Map<String, String> arrowNames) {
        return new MermaidDiagram(stack, arrowNames).draw();
    }

    private String draw() {
        List<String> lines = new ArrayList<>();
        lines.add("flowchart LR");
        stack.resources(RESOURCE_GROUP).stream()
                .findFirst()
                .ifPresent(group -> lines.addAll(
                        List.of("  subgraph rg[\"resource group %s\"]".formatted(nameOf(group)), "    direction LR")));
        boxes.forEach((box, resources) -> lines.addAll(drawBox(box, resources)));
        if (!stack.resources(RESOURCE_GROUP).isEmpty()) {
            lines.add("  end");
        }
        lines.addAll(arrows());
        return String.join("\n", lines) + "\n";
    }

    /** A box is titled by its construct's main resource; what else the construct is made of stands inside. */
    private List<String> drawBox(String box, List<Resource> resources) {
        List<Resource> drawn = resources.stream()
                .filter(resource -> isMain(box, resource) || !plumbing.test(resource))
                .sorted(Comparator.comparing(resource -> !isMain(box, resource)))
                .toList();
        if (drawn.size() == 1) {
            return List.of("    %s[\"%s\"]".formatted(id(box), label(box, drawn.get(0))));
        }
        boolean titled = !drawn.isEmpty() && isMain(box, drawn.get(0));
        List<String> lines = new ArrayList<>();
        lines.add("    subgraph %s[\"%s\"]".formatted(id(box), titled ? title(box, drawn.get(0)) : box));
        lines.add("      direction LR");
        for (Resource resource : drawn.subList(titled ? 1 : 0, drawn.size())) {
            lines.add("      %s[\"%s\"]".formatted(id(resource.address()), label(box, resource)));
        }
        lines.add("    end");
        return lines;
    }

    private static boolean isMain(String box, Resource resource) {
        return resource.constructPath().endsWith("/" + box + "/Resource");
    }

    /** One arrow per pair of boxes and name; several names of a pair share it. */
    private Set<String> arrows() {
        Map<String, Set<String>> names = new TreeMap<>();
        boxes.forEach((box, resources) -> {
            for (Resource resource : resources) {
                for (Resource target : references.from(resource)) {
                    if (boxes.containsKey(box(target)) && !box(target).equals(box)) {
                        names.computeIfAbsent(id(box) + " --> " + id(box(target)), pair -> new TreeSet<>())
                                .add(arrowName(box, resource));
                    }
                }
            }
        });
        return names.entrySet().stream()
                .map(arrow -> {
                    String label = arrow.getValue().stream()
                            .filter(name -> !name.isEmpty())
                            .collect(Collectors.joining(", "));
                    return "  "
                            + (label.isEmpty()
                                    ? arrow.getKey()
                                    : arrow.getKey().replace("-->", "-- \"" + label + "\" -->"));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String arrowName(String box, Resource resource) {
        String role = resource.properties().path(ROLE).asText();
        String words = isMain(box, resource) || !plumbing.test(resource) ? "" : words(box, resource);
        return arrowNames.getOrDefault(resource.type(), role.isEmpty() ? words : role);
    }

    /** The id of the construct directly under the stack that a resource belongs to. */
    private static String box(Resource resource) {
        String[] path = resource.constructPath().split("/");
        return path.length > 1 ? path[1] : resource.id();
    }

    /** Mermaid gives the title of a subgraph one line. */
    private String title(String box, Resource resource) {
        return label(box, resource).replace("<br/>", " ");
    }

    private String label(String box, Resource resource) {
        if (resource.type().equals(OTHER_STACK)) {
            return "stack<br/><b>%s</b>".formatted(resource.id().replaceFirst(OTHER_STACK_PREFIX, ""));
        }
        return "%s<br/><b>%s</b>".formatted(words(box, resource), nameOf(resource));
    }

    /** The words of a type without the provider's, and within a box without those that its title begins with as well. */
    private String words(String box, Resource resource) {
        List<String> words = words(resource);
        List<String> title = boxes.get(box).stream()
                .filter(other -> isMain(box, other) && !other.equals(resource))
                .findFirst()
                .map(MermaidDiagram::words)
                .orElse(List.of());
        int shared = 0;
        while (shared < Math.min(title.size(), words.size() - 1)
                && title.get(shared).equals(words.get(shared))) {
            shared++;
        }
        return String.join(" ", words.subList(shared, words.size()));
    }

    /** Those of {@code azurerm_key_vault} or of {@code Microsoft.KeyVault/vaults}. */
    private static List<String> words(Resource resource) {
        List<String> words = List.of(resource.kind().split("[_/]"));
        return words.subList(1, words.size());
    }

    private static String nameOf(Resource resource) {
        return resource.properties().path("name").asText(resource.id());
    }

    private static String id(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "_");
    }
}
