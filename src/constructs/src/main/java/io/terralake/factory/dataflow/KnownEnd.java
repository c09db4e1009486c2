package io.terralake.factory.dataflow;

import io.terralake.core.Contract;
import io.terralake.core.BrokenContractException;
import io.terralake.factory.Dataset;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import java.util.List;
import java.util.Optional;

/** An end of a data flow that has been asked everything, and keeps to its interface. */
record KnownEnd(String name, Optional<Dataset> dataset, Optional<LinkedService> linkedService) implements DataFlowEnd {

    /** @throws BrokenContractException when an end does not keep to its interface, or is in another factory */
    static List<KnownEnd> of(IDataFactory factory, List<DataFlowEnd> ends) {
        return ends.stream().map(end -> of(factory, end)).toList();
    }

    /** The name of the dataset, where there is one. */
    Optional<String> datasetName() {
        return dataset.map(set -> Contract.ask(set, "datasetName", set::datasetName));
    }

    /** The name of the linked service, where there is one. */
    Optional<String> linkedServiceName() {
        return linkedService.map(service -> Contract.ask(service, "linkedServiceName", service::linkedServiceName));
    }

    private static KnownEnd of(IDataFactory factory, DataFlowEnd end) {
        KnownEnd known = new KnownEnd(
                Contract.ask(end, "name", end::name),
                Contract.ask(end, "dataset", end::dataset),
                Contract.ask(end, "linkedService", end::linkedService));
        if (known.dataset.isPresent() == known.linkedService.isPresent()) {
            throw new BrokenContractException("the end \"%s\" has %s, it needs one of them"
                    .formatted(
                            known.name,
                            known.dataset.isPresent()
                                    ? "a dataset and a linked service"
                                    : "neither dataset nor linked service"));
        }
        known.dataset.ifPresent(set -> FactoryArtifact.requireSameFactory(factory, "dataset", set));
        known.linkedService.ifPresent(
                service -> FactoryArtifact.requireSameFactory(factory, "linked service", service));
        return known;
    }
}
