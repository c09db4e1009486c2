package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Annotations;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.DataFactory;
import io.terralake.factory.Dataset;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.dataflow.IDataFlow;
import io.terralake.factory.json.Finding;
import io.terralake.factory.pipeline.IPipeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.constructs.Construct;

/**
 * Everything of a factory that is there already: its Git folder, or the ARM template that it was exported to, becomes constructs.
 * Each is found in Terraform by its name, and made after what it names.
 */
public final class FactoryContent extends StackPart {
    private final Map<String, FactoryArtifact> artifacts = new HashMap<>();
    private final FactoryContentProps props;

    /**
     * @throws ConstructException with everything in the files that the factory would refuse; then nothing of them is made
     */
    public FactoryContent(Construct scope, String id, FactoryContentProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.props = props;
        FactoryFiles files = FactoryFiles.read(props.path(), options());
        if (!files.isAccepted()) {
            throw new ConstructException(this, said(files.findings()));
        }
        if (!files.findings().isEmpty()) {
            Annotations.of(this).addWarning(said(files.findings()));
        }
        files.artifacts().forEach(this::add);
    }

    /** @throws ConstructException when the files have no such pipeline */
    public IPipeline pipeline(String name) {
        return find(ArtifactKind.PIPELINE, name, IPipeline.class);
    }

    /** @throws ConstructException when the files have no such dataset */
    public Dataset dataset(String name) {
        return find(ArtifactKind.DATASET, name, Dataset.class);
    }

    /** @throws ConstructException when the files have no such data flow */
    public IDataFlow dataFlow(String name) {
        return find(ArtifactKind.DATA_FLOW, name, IDataFlow.class);
    }

    /** @throws ConstructException when the files have no such linked service, or something else stands for it */
    public LinkedService linkedService(String name) {
        return find(ArtifactKind.LINKED_SERVICE, name, LinkedService.class);
    }

    private <T> T find(ArtifactKind kind, String name, Class<T> type) {
        FactoryArtifact found = artifacts.get(Artifact.key(kind, name));
        if (found == null) {
            throw new ConstructException(this, "the files have no %s \"%s\"".formatted(kind.label(), name));
        }
        return type.cast(found);
    }

    private ReadOptions options() {
        IDataFactory factory = props.factory();
        Set<String> standIns = new HashSet<>();
        linkedServices().forEach((name, service) -> {
            Contract.at(this, () -> FactoryArtifact.requireSameFactory(factory, "linked service", service));
            standIns.add(ReadOptions.standIn(ArtifactKind.LINKED_SERVICE, name));
        });
        runtimes().keySet().forEach(name -> standIns.add(ReadOptions.standIn(ArtifactKind.INTEGRATION_RUNTIME, name)));
        return ReadOptions.builder()
                .parameters(props.parameters())
                .replacements(props.replacements())
                .existing(this::has)
                .standIns(standIns)
                .globalParameters(factory.globalParameters())
                .allowKeys(props.allowKeys())
                .withoutSynapse(props.withoutSynapse())
                .build();
    }

    private Existing.Answer has(ArtifactKind kind, String name) {
        if (ArtifactName.owner(this, props.factory(), kind, name).isPresent()) {
            return Existing.Answer.YES;
        }
        return props.factory() instanceof DataFactory ? Existing.Answer.NO : Existing.Answer.PERHAPS;
    }

    private void add(Artifact artifact) {
        ObjectNode properties = artifact.properties();
        StandIns.put(properties, linkedServices(), runtimes());
        IDataFactory factory = props.factory();
        String name = artifact.name();
        String id = "%s-%s".formatted(artifact.kind().label().replace(' ', '-'), artifact.name());
        artifacts.put(
                artifact.key(),
                switch (artifact.kind()) {
                    case LINKED_SERVICE ->
                        new JsonLinkedService(
                                this, id, new JsonLinkedServiceProps(factory, name, properties, props.allowKeys()));
                    case DATASET -> new JsonDataset(this, id, new JsonDatasetProps(factory, name, properties));
                    case DATA_FLOW -> new JsonDataFlow(this, id, new JsonDataFlowProps(factory, name, properties));
                    case PIPELINE -> new JsonPipeline(this, id, new JsonPipelineProps(factory, name, properties));
                    case TRIGGER -> new JsonTrigger(this, id, new JsonTriggerProps(factory, name, properties));
                    case INTEGRATION_RUNTIME ->
                        new JsonIntegrationRuntime(
                                this,
                                id,
                                new JsonIntegrationRuntimeProps(factory, name, properties, props.allowKeys()));
                    case CREDENTIAL ->
                        new JsonCredential(
                                this, id, new JsonCredentialProps(factory, name, properties, props.allowKeys()));
                });
    }

    private Map<String, LinkedService> linkedServices() {
        return Objects.requireNonNull(props.linkedServices());
    }

    private Map<String, String> runtimes() {
        return Objects.requireNonNull(props.integrationRuntimes());
    }

    private static String said(List<Finding> findings) {
        return findings.stream().map(Finding::line).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
