package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ARM template that a factory is exported to, or published as.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/continuous-integration-delivery">Continuous integration and
 *     delivery in Azure Data Factory</a>
 */
final class Template {
    private static final String EXPORTED = "ARMTemplateForFactory.json";
    private static final String FACTORY = "Microsoft.DataFactory/factories";
    private static final String DEPLOYMENT = "Microsoft.Resources/deployments";

    private final String file;
    private final TemplateValues values;
    private final List<Replacement> replacements;
    private final List<Finding> findings;
    private final List<Artifact> artifacts = new ArrayList<>();
    private Optional<Set<String>> globalParameters = Optional.empty();

    private Template(String file, TemplateValues values, List<Replacement> replacements, List<Finding> findings) {
        this.file = file;
        this.values = values;
        this.replacements = replacements;
        this.findings = findings;
    }

    /** The templates in a folder: the exported one, else every JSON file that is one. */
    static List<Path> in(Path folder, List<Finding> findings) {
        if (Files.isRegularFile(folder.resolve(EXPORTED))) {
            return List.of(folder.resolve(EXPORTED));
        }
        return FolderFiles.in(folder, folder, "", findings).stream()
                .filter(file -> JsonFiles.read(file, "", new ArrayList<>())
                        .filter(Template::is)
                        .isPresent())
                .toList();
    }

    static boolean is(JsonNode json) {
        return json.path("resources").isContainerNode();
    }

    /**
     * Reads a template.
     *
     * @param name how findings call it
     * @param options with values of its parameters; what is replaced is not computed
     */
    static Source read(String name, ObjectNode json, ReadOptions options, List<Finding> findings) {
        Findings whole = new Findings(name, "", json, findings);
        TemplateValues values = new TemplateValues(whole, options);
        Template template = new Template(name, values, Objects.requireNonNull(options.replacements()), findings);
        template.resources("/resources", json.path("resources"), "");
        return new Source(template.artifacts, template.globalParameters);
    }

    /** @param parent the type that those inside it are named after; empty at the top */
    private void resources(String pointer, JsonNode resources, String parent) {
        if (resources.isObject()) {
            resources
                    .properties()
                    .forEach(entry ->
                            resource(pointer + "/" + Findings.escaped(entry.getKey()), entry.getValue(), parent));
        }
        for (int i = 0; resources.isArray() && i < resources.size(); i++) {
            resource(pointer + "/" + i, resources.get(i), parent);
        }
    }

    private void resource(String pointer, JsonNode resource, String parent) {
        Findings at = new Findings(file, pointer, resource, findings);
        String own = resource.path("type").asText();
        String type = parent.isEmpty() || own.startsWith(parent) ? own : parent + "/" + own;
        Optional<ArtifactFolder> kind = ArtifactFolder.ofResource(type);
        if (kind.isPresent()) {
            artifact(kind.get(), resource, at);
        } else if (type.equalsIgnoreCase(FACTORY)) {
            Set<String> names = new TreeSet<>();
            resource.at("/properties/globalParameters").properties().forEach(entry -> names.add(entry.getKey()));
            globalParameters = Optional.of(names);
            resources(pointer + "/resources", resource.path("resources"), FACTORY);
        } else if (type.equalsIgnoreCase(DEPLOYMENT)) {
            at.error("/type", "a template of templates is not read: read " + EXPORTED + ", which has everything");
        } else {
            at.warning("/type", "no artifact of a factory, and left out");
        }
    }

    private void artifact(ArtifactFolder kind, JsonNode resource, Findings at) {
        // Of "<factory>/<name>" the factory is another one here.
        JsonNode computed = values.of(JsonNodeFactory.instance.objectNode().set("name", resource.path("name")), at);
        String full = computed.path("name").asText();
        String name = full.substring(full.lastIndexOf('/') + 1);
        if (!(resource.path("properties") instanceof ObjectNode properties)) {
            at.error("/properties", "a %s has properties".formatted(kind.kind().label()));
            return;
        }
        ObjectNode known = properties.deepCopy();
        Artifact raw = new Artifact(kind.kind(), name, file, at.prefix() + "/properties", known);
        // What is replaced needs no values; the replacement itself is text of Terraform, not of ARM.
        replacements.stream()
                .filter(replacement -> replacement.key().equals(raw.key()))
                .forEach(replacement -> Replacements.blank(known, replacement));
        ObjectNode computedProperties = (ObjectNode) values.of(known, at.at("/properties"));
        artifacts.add(new Artifact(kind.kind(), name, file, raw.pointer(), computedProperties));
    }
}
