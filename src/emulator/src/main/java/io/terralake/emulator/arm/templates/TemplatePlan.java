package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a template comes to with the values of its parameters. */
public final class TemplatePlan {
    private final ObjectNode template;
    private final Scope scope;

    private TemplatePlan(ObjectNode template, Scope scope) {
        this.template = template;
        this.scope = scope;
    }

    /**
     * Reads a template, and looks for all that can be wrong with it before anything is deployed.
     *
     * @param parameters such as {@code {"name": {"value": "lake"}}}
     * @param secrets where the values of secure parameters are added
     * @throws TemplateException when something is wrong
     */
    public static TemplatePlan of(
            ObjectNode template, ObjectNode parameters, Surroundings surroundings, Secrets secrets) {
        refuseWhatIsNotEmulated(template);
        StaticCheck.check(template, "");
        Scope scope = new Scope(
                template, new Parameters(object(template, "parameters"), parameters, secrets), surroundings, secrets);
        scope.parameters().resolve(new Evaluator(scope, Place.DEFAULT)::evaluate);
        TemplatePlan plan = new TemplatePlan(template, scope);
        scope.resources().addAll(ResourceReader.read(template.path("resources"), scope));
        refuseTwice(scope.resources());
        Dependencies.find(scope.resources());
        scope.resources().stream().filter(PlannedResource::isDeployed).forEach(plan::check);
        plan.outputs();
        return plan;
    }

    /** That a resource has values, and a nested template too when all that it is given is known. */
    private void check(PlannedResource resource) {
        scope.deferred(false);
        ObjectNode body = resource.body();
        if (!resource.isDeployment() || scope.isDeferred()) {
            return;
        }
        try {
            Surroundings inside = scope.surroundings().nested(resource.id(), body);
            JsonNode properties = body.path("properties");
            of(
                    (ObjectNode) properties.get("template"),
                    object((ObjectNode) properties, "parameters"),
                    inside,
                    scope.secrets());
        } catch (TemplateException e) {
            throw e.within(resource.pointer() + "/properties/template");
        }
    }

    private static void refuseWhatIsNotEmulated(ObjectNode template) {
        if (!template.path("languageVersion").asText("1.0").startsWith("1.")) {
            throw TemplateException.notEmulated(
                            "the language version %s is not emulated", template.get("languageVersion"))
                    .at("/languageVersion");
        }
        if (!template.path("functions").isEmpty()) {
            throw TemplateException.notEmulated("functions of a template's own are not emulated")
                    .at("/functions");
        }
    }

    private static ObjectNode object(ObjectNode template, String section) {
        JsonNode json = template.path(section);
        if (json.isMissingNode() || json.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!(json instanceof ObjectNode object)) {
            throw TemplateException.invalid("the %s of a template must be an object", section)
                    .at("/" + section);
        }
        return object;
    }

    private static void refuseTwice(List<PlannedResource> resources) {
        Set<String> ids = new HashSet<>();
        resources.stream()
                .filter(each -> each.isDeployed() && !ids.add(each.id().toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(each -> {
                    throw TemplateException.invalid("the resource '%s' is defined more than once", each.id())
                            .at(each.pointer());
                });
    }

    /** All resources, in the order of the template; those too whose condition does not hold. */
    public List<PlannedResource> resources() {
        return List.copyOf(scope.resources());
    }

    /** The parameters with types and values; secure ones without values. */
    public ObjectNode parameters() {
        return scope.parameters().told();
    }

    /**
     * What the template gives back, with types; secure ones without values.
     *
     * @throws TemplateException when an output has no value
     */
    public ObjectNode outputs() {
        return new Outputs(scope).told(object(template, "outputs"));
    }

    /** Something that is the same for the same template. */
    public static String hash(ObjectNode template) {
        return Long.toUnsignedString(UniqueStrings.hash(template.toString()));
    }
}
