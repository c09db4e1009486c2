package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must be there before a resource: what it says itself, and what its properties refer to by name.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/resource-dependency">Define the order for deploying
 *     resources in ARM templates</a>
 */
final class Dependencies {
    private final List<PlannedResource> all;

    private Dependencies(List<PlannedResource> all) {
        this.all = all;
    }

    /** @throws TemplateException when a resource needs one that is not there, or itself */
    static void find(List<PlannedResource> all) {
        Dependencies dependencies = new Dependencies(all);
        all.forEach(dependencies::said);
        all.stream().filter(PlannedResource::isDeployed).forEach(dependencies::implied);
        Set<PlannedResource> done = new LinkedHashSet<>();
        all.forEach(each -> circle(each, new LinkedHashSet<>(), done));
    }

    private void said(PlannedResource resource) {
        String pointer = resource.pointer() + "/dependsOn";
        JsonNode names = resource.evaluator().evaluate(resource.field("dependsOn"), pointer);
        if (!names.isMissingNode() && !names.isNull() && !names.isArray()) {
            throw TemplateException.invalid("dependencies must be an array of names or ids, given is %s", names)
                    .at(pointer);
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).asText();
            List<PlannedResource> meant = meant(name);
            if (meant.isEmpty()) {
                throw TemplateException.invalid("the resource '%s' is not defined in the template", name)
                        .at(pointer + "/" + i);
            }
            resource.dependencies().addAll(meant);
        }
    }

    private List<PlannedResource> meant(String name) {
        return all.stream().filter(each -> each.answersTo(name)).toList();
    }

    private void implied(PlannedResource resource) {
        ObjectNode written = resource.written().deepCopy();
        written.remove("resources");
        if (NestedTemplate.isInner(written.path("properties"))) {
            ((ObjectNode) written.get("properties")).remove("template");
        }
        List<String> texts = new ArrayList<>();
        texts(written, texts);
        texts.forEach(text -> ExpressionParser.parse(text)
                .ifPresent(expression -> expression.calls(call -> implied(resource, call))));
    }

    private void implied(PlannedResource resource, Expression.Call call) {
        if (!Functions.asksResources(call.function())) {
            return;
        }
        String name;
        try {
            name = resource.evaluator().value(call.arguments().get(0)).asText();
        } catch (TemplateException | ValueException | DeferredException e) {
            // Known in a loop of properties only, or wrong, which is said when it is needed.
            return;
        }
        // With an id and a version, a resource is meant that is there already.
        if (!name.startsWith("/") || call.arguments().size() == 1) {
            meant(name).stream().filter(each -> each != resource).forEach(resource.dependencies()::add);
        }
    }

    private static void texts(JsonNode json, List<String> texts) {
        if (json.isTextual()) {
            texts.add(json.asText());
        }
        json.forEach(each -> texts(each, texts));
    }

    private static void circle(PlannedResource resource, Set<PlannedResource> way, Set<PlannedResource> done) {
        if (done.contains(resource)) {
            return;
        }
        if (!way.add(resource)) {
            throw TemplateException.invalid("the resources %s depend on each other in a circle", way)
                    .at(resource.pointer() + "/dependsOn");
        }
        resource.dependencies().forEach(each -> circle(each, way, done));
        way.remove(resource);
        done.add(resource);
    }
}
