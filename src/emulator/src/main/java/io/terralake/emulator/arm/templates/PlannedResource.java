package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A resource that a template comes to: one turn of a loop is one. */
public final class PlannedResource {
    /** The type of what deploys a template. */
    public static final String DEPLOYMENT = "Microsoft.Resources/deployments";

    /** What is about the deployment of a resource, and no part of it. */
    private static final List<String> ABOUT = List.of(
            "apiVersion",
            "comments",
            "condition",
            "copy",
            "dependsOn",
            "metadata",
            "name",
            "resources",
            "scope",
            "type");

    private final Naming naming;
    private final boolean deployed;
    private final String loop;
    private final ObjectNode written;
    private final String pointer;
    private final Evaluator evaluator;
    private final Set<PlannedResource> dependencies = new LinkedHashSet<>();

    PlannedResource(
            Naming naming, boolean deployed, String loop, ObjectNode written, String pointer, Evaluator evaluator) {
        this.naming = naming;
        this.deployed = deployed;
        this.loop = loop;
        this.written = written;
        this.pointer = pointer;
        this.evaluator = evaluator;
    }

    /** What a resource is called. */
    record Naming(String id, String type, String name, String apiVersion) {}

    public String id() {
        return naming.id();
    }

    public String type() {
        return naming.type();
    }

    /** With those of the resources that it is a part of, such as {@code server/database}. */
    public String name() {
        return naming.name();
    }

    public String apiVersion() {
        return naming.apiVersion();
    }

    /** Whether its condition holds. */
    public boolean isDeployed() {
        return deployed;
    }

    /** What must be there before it. */
    public Set<PlannedResource> dependencies() {
        return dependencies;
    }

    /** Whether it is a deployment of a template in this one. */
    public boolean isDeployment() {
        return type().equalsIgnoreCase(DEPLOYMENT);
    }

    /** Of a nested deployment, its template as it is written; missing for other resources. */
    public JsonNode template() {
        return written.at("/properties/template");
    }

    String pointer() {
        return pointer;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** As it stands in the template. */
    ObjectNode written() {
        return written;
    }

    /** Whether a name, an id or the name of a loop means it. */
    boolean answersTo(String asked) {
        return asked.equalsIgnoreCase(id())
                || asked.equalsIgnoreCase(name())
                || asked.equalsIgnoreCase(type() + "/" + name())
                || asked.equalsIgnoreCase(ResourceIds.relative(type(), name()))
                || !loop.isEmpty() && asked.equalsIgnoreCase(loop);
    }

    /**
     * What is put, with the values of all expressions.
     *
     * @throws TemplateException when one has none
     */
    public ObjectNode body() {
        ObjectNode body = written.deepCopy();
        body.remove(ABOUT);
        if (isDeployment()) {
            body.remove(List.of("resourceGroup", "subscriptionId"));
        }
        JsonNode properties = body.remove("properties");
        ObjectNode values = (ObjectNode) evaluator.evaluate(body, pointer);
        if (properties != null) {
            String at = pointer + "/properties";
            Evaluator late = evaluator.in(Place.LATE);
            values.set(
                    "properties",
                    isDeployment() && properties instanceof ObjectNode nested
                            ? NestedTemplate.properties(nested, late, at)
                            : late.evaluate(properties, at));
        }
        return values;
    }

    @Override
    public String toString() {
        return "%s/%s".formatted(type(), name()).toLowerCase(Locale.ROOT);
    }

    /** A field, as it is written. */
    JsonNode field(String field) {
        return written.path(field);
    }
}
