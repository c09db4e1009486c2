package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.templates.Secrets;
import io.terralake.emulator.arm.templates.TemplateException;
import io.terralake.emulator.arm.templates.TemplatePlan;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;

/**
 * Deployments of templates to subscriptions and resource groups.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/deployments">Deployments</a>
 */
final class Deployments {
    private static final String STATUSES = "operationstatuses/";

    private final Store store;
    private final Self arm;

    /** Of the deployments that are going on, the innermost first. */
    private final Deque<Secrets> secrets = new ArrayDeque<>();

    Deployments(Store store, Self arm) {
        this.store = store;
        this.arm = arm;
    }

    /** What is answered about a deployment; empty for what is answered about every resource. */
    Optional<Reply> answer(Request request, ResourceId id) {
        return Deployment.path(id).flatMap(path -> {
            String below = path.group(3) == null ? "" : path.group(3).toLowerCase(Locale.ROOT);
            String asked = request.method() + " " + (below.startsWith(STATUSES) ? STATUSES : below);
            return switch (asked) {
                case "PUT " -> Optional.of(deploy(request, path));
                case "PATCH " -> Optional.of(Reply.error(405, "MethodNotAllowed", "PATCH is not allowed"));
                case "POST validate" -> Optional.of(validate(request, path));
                case "POST exporttemplate" -> Optional.of(export(id.above()));
                case "GET " + STATUSES -> Optional.of(status(id.above().above()));
                default -> below.isEmpty() ? Optional.empty() : Optional.of(notEmulated(request));
            };
        });
    }

    private static Reply notEmulated(Request request) {
        return Reply.error(
                404,
                "NotEmulated",
                "of a deployment, validate and exportTemplate are emulated, %s %s is not"
                        .formatted(request.method(), request.path()));
    }

    private Reply deploy(Request request, Matcher path) {
        Instant begin = Instant.now();
        secrets.push(new Secrets());
        try {
            Deployment deployment = Deployment.of(scope(path.group(1)), path.group(2), request.json());
            DeploymentScope scope = new DeploymentScope(deployment, store, arm);
            TemplatePlan plan =
                    TemplatePlan.of(deployment.template(), deployment.parameters(), scope, secrets.element());
            Optional<ObjectNode> before =
                    store.get(Space.RESOURCES, deployment.id().key());
            Optional<Reply> moved = before.flatMap(old -> moved(deployment, old));
            if (moved.isPresent()) {
                return moved.get();
            }
            scope.begin();
            ObjectNode result = DeploymentResult.of(deployment, plan);
            before.ifPresent(old -> result.setAll(old.deepCopy().retain("id", "name")));
            List<ObjectNode> errors =
                    new DeploymentRun(deployment, plan, this::hidden).into(result, new Deployer(store, arm));
            DeploymentResult.end(result, begin);
            store(deployment, result);
            return errors.stream()
                    .filter(each -> each.path("code").asText().equals("NotEmulated"))
                    .findFirst()
                    .map(each ->
                            Reply.error(404, "NotEmulated", each.path("message").asText()))
                    .orElseGet(() -> accepted(request, result, before.isPresent() ? 200 : 201));
        } catch (TemplateException e) {
            return refused(e);
        } finally {
            secrets.pop();
        }
    }

    /** In the letter case of the resource group, whatever the client's is: names are made of ids. */
    private String scope(String given) {
        String[] parts = given.split("/");
        if (parts.length < 5) {
            return "/subscriptions/" + parts[2];
        }
        String name = store.get(Space.RESOURCES, new ResourceId(given).key())
                .map(group -> group.path("name").asText())
                .orElse(parts[4]);
        return "/subscriptions/%s/resourceGroups/%s".formatted(parts[2], name);
    }

    /** A deployment stays where it is. */
    private static Optional<Reply> moved(Deployment deployment, ObjectNode old) {
        String there = old.path("location").asText();
        String asked = deployment.body().path("location").asText();
        return there.replace(" ", "").equalsIgnoreCase(asked.replace(" ", ""))
                ? Optional.empty()
                : Optional.of(Reply.error(
                        409,
                        "InvalidDeploymentLocation",
                        "Invalid deployment location '%s'. The deployment '%s' already exists in location '%s'."
                                .formatted(asked, deployment.name(), there)));
    }

    private void store(Deployment deployment, ObjectNode result) {
        String key = deployment.id().key();
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        template.set("template", deployment.template());
        store.put(Space.TEMPLATES, key, template);
        store.put(Space.RESOURCES, key, result);
    }

    /** It is carried out when it is answered; how it went, who asks is told, as with Azure. */
    private static Reply accepted(Request request, ObjectNode result, int status) {
        return Reply.json(status, DeploymentResult.accepted(result))
                .with(
                        "Azure-AsyncOperation",
                        "%s%s/operationStatuses/%s?api-version=%s"
                                .formatted(
                                        request.origin(),
                                        result.path("id").asText(),
                                        UUID.randomUUID(),
                                        Subscriptions.VERSION))
                .with("Retry-After", "0");
    }

    private Reply status(ResourceId id) {
        return store.get(Space.RESOURCES, id.key())
                .map(deployment -> {
                    ObjectNode status = JsonNodeFactory.instance.objectNode();
                    status.set("status", deployment.at("/properties/provisioningState"));
                    if (deployment.at("/properties/error").isObject()) {
                        status.set("error", deployment.at("/properties/error"));
                    }
                    return Reply.json(200, status);
                })
                .orElseGet(() -> notFound(id));
    }

    private Reply export(ResourceId id) {
        return store.get(Space.TEMPLATES, id.key())
                .map(template -> Reply.json(200, template))
                .orElseGet(() -> notFound(id));
    }

    private static Reply notFound(ResourceId id) {
        return Reply.error(404, "DeploymentNotFound", "Deployment '%s' could not be found.".formatted(id.name()));
    }

    private Reply validate(Request request, Matcher path) {
        Instant begin = Instant.now();
        secrets.push(new Secrets());
        try {
            Deployment deployment = Deployment.of(scope(path.group(1)), path.group(2), request.json());
            if (deployment.isInGroup() && !store.has(Space.RESOURCES, new ResourceId(deployment.scope()).key())) {
                return MissingGroup.refusal(deployment.scope());
            }
            TemplatePlan plan = TemplatePlan.of(
                    deployment.template(),
                    deployment.parameters(),
                    new DeploymentScope(deployment, store, arm),
                    secrets.element());
            ObjectNode result = DeploymentResult.of(deployment, plan);
            result.withObject("/properties").set("validatedResources", DeploymentResult.validated(plan));
            DeploymentResult.end(result, begin);
            return Reply.json(200, result);
        } catch (TemplateException e) {
            return refused(e);
        } finally {
            secrets.pop();
        }
    }

    private Reply refused(TemplateException e) {
        String message = hidden(e.getMessage());
        return switch (e.code()) {
            case "NotEmulated" -> Reply.error(404, e.code(), message);
            case "InvalidTemplate" ->
                Reply.error(400, e.code(), "Deployment template validation failed: '%s'.".formatted(message));
            default -> Reply.error(400, e.code(), message);
        };
    }

    private String hidden(String message) {
        String hidden = message;
        for (Secrets each : secrets) {
            hidden = each.hide(hidden);
        }
        return hidden;
    }
}
