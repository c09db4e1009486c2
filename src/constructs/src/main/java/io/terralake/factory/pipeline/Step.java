package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.BrokenContractException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.NamedArtifacts;
import io.terralake.factory.dataflow.IDataFlow;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An activity that has been asked everything, and keeps to its interface.
 *
 * @param pointer where it stands in the pipeline's JSON, as far as that is known; else empty
 * @param name empty when it was left out
 * @param after the names of the activities that it depends on
 * @param branches the activities inside it, those that its own JSON has included
 * @param given what it gives to datasets and others with parameters
 * @param missing the fields that were left out; then it has no JSON
 * @param json the activity as the service wants it
 */
record Step(
        String pointer,
        String name,
        String type,
        List<String> after,
        List<List<Step>> branches,
        List<Arguments> given,
        List<String> missing,
        ObjectNode json) {

    /**
     * Asks activities.
     *
     * @throws BrokenContractException when a class does not keep to its interface, or names something of another factory
     */
    static List<Step> of(IDataFactory factory, List<Activity> activities) {
        return of(factory, activities, List.of());
    }

    /** The names of the activities directly inside it. */
    Set<String> inner() {
        return branches.stream().flatMap(List::stream).map(Step::name).collect(Collectors.toSet());
    }

    /** Whether it does not run. */
    boolean isInactive() {
        return json.path("state").asText().equalsIgnoreCase("Inactive");
    }

    /** How messages call it. */
    String label() {
        return name.isEmpty() ? "an activity of the type %s".formatted(type) : "activity \"%s\"".formatted(name);
    }

    private static List<Step> of(IDataFactory factory, List<Activity> activities, List<Activity> containers) {
        return activities.stream()
                .filter(Objects::nonNull)
                .map(activity -> of(factory, activity, containers))
                .toList();
    }

    private static Step of(IDataFactory factory, Activity annotated, List<Activity> containers) {
        Activity activity = AnnotatedActivity.bare(annotated);
        List<String> missing = activity instanceof Record fields
                ? RequiredFields.of(fields, part -> !(part instanceof Activity))
                : List.of();
        String name = missing.contains("name") ? "" : Contract.ask(activity, "name", activity::name);
        if (!missing.isEmpty()) {
            return incomplete(factory, name, activity, containers, missing);
        }
        List<List<Activity>> inside = named(name, () -> branches(activity, containers));
        List<List<Step>> branches = steps(factory, activity, containers, inside);
        return named(name, () -> of(factory, name, annotated, branches));
    }

    /** Its own problems are known; what stands in it is looked at all the same. */
    private static Step incomplete(
            IDataFactory factory, String name, Activity activity, List<Activity> containers, List<String> missing) {
        String type = missing.contains("type") ? activity.getClass().getSimpleName() : activity.type();
        List<String> after = activity.dependsOn().stream()
                .filter(Objects::nonNull)
                .map(Dependency::activity)
                .filter(Objects::nonNull)
                .map(Activity::name)
                .filter(Objects::nonNull)
                .toList();
        List<List<Activity>> inside = missing.contains("activities") ? List.of() : activity.branches();
        List<List<Step>> branches = steps(factory, activity, containers, inside);
        return new Step("", name, type, after, branches, List.of(), missing, JsonNodeFactory.instance.objectNode());
    }

    private static List<List<Activity>> branches(Activity activity, List<Activity> containers) {
        if (containers.stream().anyMatch(container -> container == activity)) {
            throw new BrokenContractException("it stands in itself");
        }
        return Contract.askList(activity, "branches", activity::branches).stream()
                .map(branch -> Contract.askList(activity, "branches", () -> branch))
                .toList();
    }

    private static List<List<Step>> steps(
            IDataFactory factory, Activity activity, List<Activity> containers, List<List<Activity>> branches) {
        List<Activity> inside =
                Stream.concat(containers.stream(), Stream.of(activity)).toList();
        return branches.stream().map(branch -> of(factory, branch, inside)).toList();
    }

    private static Step of(IDataFactory factory, String name, Activity annotated, List<List<Step>> branches) {
        Activity activity = AnnotatedActivity.bare(annotated);
        Contract.askList(activity, "dependsOn", activity::dependsOn).stream()
                .map(Dependency::activity)
                .map(AnnotatedActivity::bare)
                .forEach(before -> Contract.ask(before, "name", before::name));
        List<DatasetReference> datasets = Contract.askList(activity, "datasets", activity::datasets);
        datasets.forEach(reference -> FactoryArtifact.requireSameFactory(factory, "dataset", reference.dataset()));
        Contract.askList(activity, "artifacts", activity::artifacts).forEach(artifact -> {
            FactoryArtifact.requireSameFactory(factory, kind(artifact), artifact);
            remember(artifact);
        });
        List<Arguments> given = Stream.concat(
                        datasets.stream().map(DatasetReference::arguments),
                        Contract.ask(activity, "arguments", activity::arguments).stream())
                .toList();
        String type = Contract.ask(activity, "type", activity::type);
        Contract.ask(activity, "typeProperties", activity::typeProperties);
        ObjectNode json = Contract.ask(activity, "json", annotated::json);
        List<List<Step>> all = Stream.concat(branches.stream(), RawSteps.in("", json, branches).stream())
                .toList();
        return new Step("", name, type, RawSteps.after(json), all, given, List.of(), json);
    }

    /** Says in which activity a class does not keep to its interface. */
    private static <T> T named(String activity, Supplier<T> work) {
        try {
            return work.get();
        } catch (BrokenContractException e) {
            throw new BrokenContractException("activity \"%s\": %s".formatted(activity, e.getMessage()));
        }
    }

    private static void remember(FactoryArtifact artifact) {
        if (artifact instanceof LinkedService service) {
            NamedArtifacts.remember(
                    ArtifactKind.LINKED_SERVICE,
                    service,
                    Contract.ask(service, "linkedServiceName", service::linkedServiceName));
        } else if (artifact instanceof IPipeline other) {
            NamedArtifacts.remember(
                    ArtifactKind.PIPELINE, other, Contract.ask(other, "pipelineName", other::pipelineName));
        } else if (artifact instanceof IDataFlow flow) {
            NamedArtifacts.remember(
                    ArtifactKind.DATA_FLOW, flow, Contract.ask(flow, "dataFlowName", flow::dataFlowName));
        }
    }

    private static String kind(FactoryArtifact artifact) {
        if (artifact instanceof LinkedService) {
            return "linked service";
        }
        if (artifact instanceof IPipeline) {
            return "pipeline";
        }
        return artifact instanceof IDataFlow ? "data flow" : "artifact";
    }
}
