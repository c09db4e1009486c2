package io.terralake.factory.pipeline;

import io.terralake.core.Contract;
import io.terralake.core.BrokenContractException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.dataflow.MappingDataFlow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An activity that has been asked everything, and keeps to its interface.
 *
 * @param after the names of the activities that it depends on
 * @param branches the activities inside it
 * @param given what it gives to datasets and others with parameters
 * @param json the activity as the service wants it
 */
record Step(
        String name,
        String type,
        List<String> after,
        List<List<Step>> branches,
        List<Arguments> given,
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

    private static List<Step> of(IDataFactory factory, List<Activity> activities, List<Activity> containers) {
        return activities.stream()
                .map(activity -> of(factory, activity, containers))
                .toList();
    }

    private static Step of(IDataFactory factory, Activity activity, List<Activity> containers) {
        String name = Contract.ask(activity, "name", activity::name);
        try {
            return named(factory, name, activity, containers);
        } catch (BrokenContractException e) {
            // The innermost activity is the one to look at.
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("activity \"")
                    ? e
                    : new BrokenContractException("activity \"%s\": %s".formatted(name, message));
        }
    }

    private static Step named(IDataFactory factory, String name, Activity activity, List<Activity> containers) {
        if (containers.stream().anyMatch(container -> container == activity)) {
            throw new BrokenContractException("it stands in itself");
        }
        List<Activity> inside =
                Stream.concat(containers.stream(), Stream.of(activity)).toList();
        List<List<Step>> branches = Contract.askList(activity, "branches", activity::branches).stream()
                .map(branch -> of(factory, branch, inside))
                .toList();
        List<String> after = Contract.askList(activity, "dependsOn", activity::dependsOn).stream()
                .map(Dependency::activity)
                .map(before -> Contract.ask(before, "name", before::name))
                .toList();
        List<DatasetReference> datasets = Contract.askList(activity, "datasets", activity::datasets);
        datasets.forEach(reference -> FactoryArtifact.requireSameFactory(factory, "dataset", reference.dataset()));
        Contract.askList(activity, "artifacts", activity::artifacts)
                .forEach(artifact -> FactoryArtifact.requireSameFactory(factory, kind(artifact), artifact));
        List<Arguments> given = Stream.concat(
                        datasets.stream().map(DatasetReference::arguments),
                        Contract.ask(activity, "arguments", activity::arguments).stream())
                .toList();
        String type = Contract.ask(activity, "type", activity::type);
        Contract.ask(activity, "typeProperties", activity::typeProperties);
        return new Step(name, type, after, branches, given, Contract.ask(activity, "json", activity::json));
    }

    private static String kind(FactoryArtifact artifact) {
        if (artifact instanceof LinkedService) {
            return "linked service";
        }
        if (artifact instanceof Pipeline) {
            return "pipeline";
        }
        return artifact instanceof MappingDataFlow ? "data flow" : "artifact";
    }
}
