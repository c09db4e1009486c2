package io.terralake.factory.json;

import io.terralake.factory.ArtifactKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What JSON of a factory names other things by: the {@code type} of an object with a {@code referenceName}.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update">Pipelines - Create Or Update</a>
 */
public enum ReferenceKind {
    LINKED_SERVICE("LinkedServiceReference", ArtifactKind.LINKED_SERVICE),
    DATASET("DatasetReference", ArtifactKind.DATASET),
    DATA_FLOW("DataFlowReference", ArtifactKind.DATA_FLOW),
    PIPELINE("PipelineReference", ArtifactKind.PIPELINE),
    TRIGGER("TriggerReference", ArtifactKind.TRIGGER),
    INTEGRATION_RUNTIME("IntegrationRuntimeReference", ArtifactKind.INTEGRATION_RUNTIME),
    CREDENTIAL("CredentialReference", ArtifactKind.CREDENTIAL),
    /** Every factory with a managed network has one, {@code default}. */
    MANAGED_NETWORK("ManagedVirtualNetworkReference", null),
    NOTEBOOK("NotebookReference", null),
    SPARK_JOB("SparkJobDefinitionReference", null),
    SPARK_POOL("BigDataPoolReference", null),
    SQL_POOL("SqlPoolReference", null);

    private final String type;
    private final @Nullable ArtifactKind of;

    ReferenceKind(String type, @Nullable ArtifactKind of) {
        this.type = type;
        this.of = of;
    }

    /** The kind of a reference's {@code type}. */
    public static Optional<ReferenceKind> of(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equalsIgnoreCase(type))
                .findFirst();
    }

    /** The type's name in the service. */
    public String type() {
        return type;
    }

    /** What in a factory it names; empty for what is elsewhere. */
    public Optional<ArtifactKind> artifact() {
        return Optional.ofNullable(of);
    }
}
