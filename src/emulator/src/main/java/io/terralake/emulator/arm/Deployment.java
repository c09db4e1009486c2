package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.templates.TemplateException;
import io.terralake.emulator.arm.templates.TemplatePlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A deployment as somebody asks for it.
 *
 * @param scope the subscription or the resource group that it is in
 * @param body what was put
 * @param template what is to be deployed
 */
record Deployment(String scope, String name, ObjectNode body, ObjectNode template) {
    private static final Pattern PATH = Pattern.compile(
            "(/subscriptions/[^/]+(?:/resourcegroups/[^/]+)?)/providers/microsoft\\.resources/deployments/([^/]+)(?:/(.*))?",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> MODES = List.of("Incremental", "Complete");

    /** The path of a deployment, or of something that is done with one: its scope, its name and what is below it. */
    static Optional<Matcher> path(ResourceId id) {
        Matcher path = PATH.matcher(id.path());
        return path.matches() ? Optional.of(path) : Optional.empty();
    }

    /**
     * Reads one.
     *
     * @param scope where it is, in the letter case that ids have
     * @throws TemplateException when the body is none of a deployment
     */
    static Deployment of(String scope, String name, JsonNode json) {
        if (!(json instanceof ObjectNode body) || !body.path("properties").isObject()) {
            throw wrong("a deployment is an object with 'properties'");
        }
        JsonNode properties = body.get("properties");
        for (String link : List.of("templateLink", "parametersLink", "onErrorDeployment")) {
            if (!properties.path(link).isMissingNode() && !properties.path(link).isNull()) {
                throw new TemplateException(
                        "NotEmulated",
                        "'%s' of a deployment is not emulated: give the template itself".formatted(link));
            }
        }
        if (MODES.stream().noneMatch(properties.path("mode").asText()::equalsIgnoreCase)) {
            throw wrong("the mode of a deployment must be one of %s, given is %s"
                    .formatted(MODES, properties.has("mode") ? properties.get("mode") : "none"));
        }
        if (!(properties.path("template") instanceof ObjectNode template)) {
            throw wrong("the template of a deployment must be an object");
        }
        if (!properties.path("parameters").isMissingNode()
                && !properties.path("parameters").isNull()
                && !properties.path("parameters").isObject()) {
            throw wrong("the parameters of a deployment must be an object, {\"name\": {\"value\": …}}");
        }
        Deployment deployment = new Deployment(scope, name, body, template);
        if (!deployment.isInGroup() && body.path("location").asText().isEmpty()) {
            throw new TemplateException("LocationRequired", "The 'location' property is required for this deployment.");
        }
        if (!deployment.isInGroup() && deployment.isComplete()) {
            throw wrong("the mode Complete is for deployments to a resource group only");
        }
        return deployment;
    }

    private static TemplateException wrong(String message) {
        return new TemplateException("InvalidRequestContent", message);
    }

    boolean isInGroup() {
        return scope.toLowerCase(Locale.ROOT).contains("/resourcegroups/");
    }

    /** Whether what else is in the resource group is deleted. */
    boolean isComplete() {
        return mode().equals("Complete");
    }

    /** As Azure writes it. */
    String mode() {
        String given = body.at("/properties/mode").asText();
        return MODES.stream().filter(given::equalsIgnoreCase).findFirst().orElse(given);
    }

    ResourceId id() {
        return new ResourceId("%s/providers/Microsoft.Resources/deployments/%s".formatted(scope, name));
    }

    ObjectNode parameters() {
        return body.at("/properties/parameters") instanceof ObjectNode given
                ? given
                : JsonNodeFactory.instance.objectNode();
    }

    /** What the function {@code deployment} gives: no value of a secure parameter. */
    ObjectNode told() {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("name", name);
        if (!isInGroup()) {
            told.set("location", body.path("location"));
        }
        ObjectNode properties = told.putObject("properties");
        properties.set("template", template);
        properties.put("templateHash", TemplatePlan.hash(template));
        ObjectNode parameters = properties.putObject("parameters");
        parameters().properties().forEach(each -> {
            ObjectNode one = parameters.putObject(each.getKey());
            if (!isSecure(each.getKey())) {
                one.set("value", each.getValue().path("value"));
            }
        });
        properties.put("mode", mode()).put("provisioningState", "Accepted");
        return told;
    }

    private boolean isSecure(String parameter) {
        return template.path("parameters").properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(parameter))
                .anyMatch(each -> each.getValue()
                        .path("type")
                        .asText()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("secure"));
    }
}
