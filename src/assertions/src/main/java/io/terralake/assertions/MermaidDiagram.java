package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Mermaid flowchart of a synthesized stack: a box for each construct directly under the stack with what it is made
 * of inside, and an arrow for each reference from one box to another, named after what makes it.
 */
public final class MermaidDiagram {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{((?:data\\.)?[a-z0-9_]+\\.[A-Za-z0-9_-]+)\\.");

    /** Resources that belong to their construct like a handle to a door: their arrows are drawn, they are not. */
    private static final Set<String> QUIET = Set.of(
            "azurerm_data_factory_managed_private_endpoint",
            "azurerm_management_lock",
            "azurerm_monitor_diagnostic_setting",
            "azurerm_mssql_firewall_rule",
            "azurerm_mssql_server_extended_auditing_policy",
            "azurerm_nat_gateway_public_ip_association",
            "azurerm_private_dns_zone_virtual_network_link",
            "azurerm_private_endpoint",
            "azurerm_role_assignment",
            "azurerm_storage_management_policy",
            "azurerm_subnet_nat_gateway_association",
            "azurerm_subnet_network_security_group_association",
            "time_sleep");

    /** Holds everything; an arrow to it would say nothing. */
    private static final String RESOURCE_GROUP = "azurerm_resource_group";

    /** Another stack whose outputs this one reads. */
    private static final String OTHER_STACK = "data.terraform_remote_state";

    private static final String OTHER_STACK_PREFIX = "cross-stack-reference-input-";

    private static final Map<String, String> ARROW_NAMES = Map.of(
            "azurerm_application_insights", "telemetry",
            "azurerm_data_factory_managed_private_endpoint", "managed private endpoint",
            "azurerm_monitor_activity_log_alert", "alerts",
            "azurerm_monitor_diagnostic_setting", "logs",
            "azurerm_private_endpoint", "private endpoint");

    private final SynthesizedStack stack;
    private final Map<String, Resource> byAddress = new TreeMap<>();
    private final Map<String, List<Resource>> boxes = new LinkedHashMap<>();

    private MermaidDiagram(SynthesizedStack stack) {
        this.stack = stack;
        for (Resource resource : stack.resources()) {
            byAddress.put(resource.address(), resource);
            if (resource.type().equals(OTHER_STACK)
                    || !resource.type().startsWith("data.") && !resource.type().equals(RESOURCE_GROUP)) {
                boxes.computeIfAbsent(box(resource), box -> new ArrayList<>()).add(resource);
            }
        }
    }

    /** Draws a stack. */
    public static String of(SynthesizedStack stack) {
        return new MermaidDiagram(stack).draw();
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
    private static List<String> drawBox(String box, List<Resource> resources) {
        List<Resource> drawn = resources.stream()
                .filter(resource -> !QUIET.contains(resource.type()))
                .sorted(Comparator.comparing(resource -> !isMain(box, resource)))
                .toList();
        if (drawn.size() == 1) {
            return List.of("    %s[\"%s\"]".formatted(id(box), label(drawn.get(0))));
        }
        boolean titled = !drawn.isEmpty() && isMain(box, drawn.get(0));
        List<String> lines = new ArrayList<>();
        lines.add("    subgraph %s[\"%s\"]".formatted(id(box), titled ? title(drawn.get(0)) : box));
        lines.add("      direction LR");
        for (Resource resource : drawn.subList(titled ? 1 : 0, drawn.size())) {
            lines.add("      %s[\"%s\"]".formatted(id(resource.address()), label(resource)));
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
                for (Resource target : referenced(resource)) {
                    if (boxes.containsKey(box(target)) && !box(target).equals(box)) {
                        names.computeIfAbsent(id(box) + " --> " + id(box(target)), pair -> new TreeSet<>())
                                .add(arrowName(resource));
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

    private static String arrowName(Resource resource) {
        return resource.type().equals("azurerm_role_assignment")
                ? resource.properties().path("role_definition_name").asText()
                : ARROW_NAMES.getOrDefault(resource.type(), "");
    }

    private List<Resource> referenced(Resource resource) {
        Set<String> addresses = new TreeSet<>();
        collect(resource.properties(), addresses);
        return addresses.stream().map(byAddress::get).filter(Objects::nonNull).toList();
    }

    private static void collect(JsonNode node, Set<String> addresses) {
        if (node.isTextual()) {
            Matcher matcher = REFERENCE.matcher(node.textValue());
            while (matcher.find()) {
                addresses.add(matcher.group(1));
            }
        }
        node.forEach(child -> collect(child, addresses));
    }

    /** The id of the construct directly under the stack that a resource belongs to. */
    private static String box(Resource resource) {
        String[] path = resource.constructPath().split("/");
        return path.length > 1 ? path[1] : resource.id();
    }

    /** Mermaid gives the title of a subgraph one line. */
    private static String title(Resource resource) {
        return label(resource).replace("<br/>", " ");
    }

    private static String label(Resource resource) {
        if (resource.type().equals(OTHER_STACK)) {
            return "stack<br/><b>%s</b>".formatted(resource.id().replaceFirst(OTHER_STACK_PREFIX, ""));
        }
        String service = resource.type()
                .replaceFirst("^[a-z]+_", "")
                .replaceFirst("^(monitor|storage|consumption)_(?!account)", "")
                .replace('_', ' ');
        return "%s<br/><b>%s</b>".formatted(service, nameOf(resource));
    }

    private static String nameOf(Resource resource) {
        return resource.properties().path("name").asText(resource.id());
    }

    private static String id(String text) {
        return text.replaceAll("[^A-Za-z0-9]", "_");
    }
}
