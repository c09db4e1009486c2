package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the resources of a template, with those that stand in others and all turns of loops. */
final class ResourceReader {
    private final Scope scope;
    private final List<PlannedResource> resources = new ArrayList<>();

    private ResourceReader(Scope scope) {
        this.scope = scope;
    }

    /** @throws TemplateException when one is none */
    static List<PlannedResource> read(JsonNode section, Scope scope) {
        ResourceReader reader = new ResourceReader(scope);
        reader.all(section, "/resources", new Evaluator(scope, Place.EARLY), null);
        return reader.resources;
    }

    private void all(JsonNode section, String pointer, Evaluator evaluator, @Nullable PlannedResource parent) {
        if (!(section instanceof ArrayNode array)) {
            throw section.isObject()
                    ? TemplateException.notEmulated("resources with symbolic names are not emulated")
                            .at(pointer)
                    : TemplateException.invalid("the resources of a template must be an array")
                            .at(pointer);
        }
        for (int i = 0; i < array.size(); i++) {
            String at = pointer + "/" + i;
            if (!(array.get(i) instanceof ObjectNode written)) {
                throw TemplateException.invalid("a resource must be an object, given is %s", array.get(i))
                        .at(at);
            }
            JsonNode copy = written.path("copy");
            if (!copy.isObject()) {
                one(written, at, evaluator, "", parent);
                continue;
            }
            Loop loop = Loop.of(copy, text(copy, "name", evaluator, at + "/copy"), evaluator, at + "/copy");
            for (int turn = 0; turn < loop.count(); turn++) {
                one(written, at, evaluator.turn(loop, turn), loop.name(), parent);
            }
        }
    }

    private void one(
            ObjectNode written, String pointer, Evaluator evaluator, String loop, @Nullable PlannedResource parent) {
        String above = parent == null ? "" : parent.type() + "/";
        String type = above + text(written, "type", evaluator, pointer);
        String name = (parent == null ? "" : parent.name() + "/") + text(written, "name", evaluator, pointer);
        String apiVersion = text(written, "apiVersion", evaluator, pointer);
        int parts = type.split("/").length - 1;
        if (parts == 0 || parts != name.split("/", -1).length || name.matches("(.*/)?(/.*)?")) {
            throw TemplateException.invalid(
                            "the name of a resource has as many parts as its type after the namespace, given are '%s' and '%s'",
                            name, type)
                    .at(pointer + "/name");
        }
        JsonNode condition = written.hasNonNull("condition")
                ? evaluator.evaluate(written.get("condition"), pointer + "/condition")
                : Values.bool(true);
        if (!condition.isBoolean()) {
            throw new ValueException("the condition of a resource must be a bool", condition)
                    .shown(false)
                    .at(pointer + "/condition");
        }
        String here = scope.surroundings().scope();
        if (ResourceIds.isGroup(type) && !ResourceIds.subscription(here).equals(here)) {
            throw TemplateException.invalid("a resource group is made by a deployment to a subscription only")
                    .at(pointer + "/type");
        }
        String at = written.hasNonNull("scope")
                ? text(written, "scope", evaluator, pointer)
                : target(written, type, evaluator, pointer);
        PlannedResource resource = new PlannedResource(
                new PlannedResource.Naming(ResourceIds.of(absolute(at), type, name), type, name, apiVersion),
                condition.asBoolean(),
                loop,
                written,
                pointer,
                evaluator);
        resources.add(resource);
        if (written.hasNonNull("resources")) {
            all(written.get("resources"), pointer + "/resources", evaluator, resource);
        }
    }

    /** The scope of the template, or where a nested deployment says that it is. */
    private String target(ObjectNode written, String type, Evaluator evaluator, String pointer) {
        String here = scope.surroundings().scope();
        boolean elsewhere = written.has("subscriptionId") || written.has("resourceGroup");
        if (!type.equalsIgnoreCase(PlannedResource.DEPLOYMENT) || !elsewhere) {
            return here;
        }
        String subscription = written.has("subscriptionId")
                ? "/subscriptions/" + text(written, "subscriptionId", evaluator, pointer)
                : ResourceIds.subscription(here);
        return written.has("resourceGroup")
                ? subscription + "/resourceGroups/" + text(written, "resourceGroup", evaluator, pointer)
                : subscription;
    }

    /** A scope may be named as a resource beside the template. */
    private String absolute(String given) {
        if (given.startsWith("/")) {
            return given.replaceFirst("/$", "");
        }
        return given.isEmpty()
                ? scope.surroundings().scope()
                : scope.surroundings().scope() + "/providers/" + given;
    }

    private static String text(JsonNode written, String field, Evaluator evaluator, String pointer) {
        JsonNode value = evaluator.evaluate(written.path(field), pointer + "/" + field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw value.isMissingNode()
                    ? TemplateException.invalid("the field '%s' is missing", field)
                            .at(pointer)
                    : new ValueException("the field '%s' must be a string that is not empty".formatted(field), value)
                            .shown(false)
                            .at(pointer + "/" + field);
        }
        return value.asText();
    }
}
