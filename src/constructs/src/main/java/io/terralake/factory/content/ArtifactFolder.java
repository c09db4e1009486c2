package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the kinds of artifacts are called: folders in Git, resource types in ARM. */
enum ArtifactFolder {
    INTEGRATION_RUNTIME("integrationRuntime", "integrationRuntimes", ArtifactKind.INTEGRATION_RUNTIME),
    CREDENTIAL("credential", "credentials", ArtifactKind.CREDENTIAL),
    LINKED_SERVICE("linkedService", "linkedServices", ArtifactKind.LINKED_SERVICE),
    DATASET("dataset", "datasets", ArtifactKind.DATASET),
    DATA_FLOW("dataflow", "dataflows", ArtifactKind.DATA_FLOW),
    PIPELINE("pipeline", "pipelines", ArtifactKind.PIPELINE),
    TRIGGER("trigger", "triggers", ArtifactKind.TRIGGER);

    private final String folder;
    private final String resource;
    private final ArtifactKind kind;

    ArtifactFolder(String folder, String resource, ArtifactKind kind) {
        this.folder = folder;
        this.resource = resource;
        this.kind = kind;
    }

    /** The folder's name in Git. */
    String folder() {
        return folder;
    }

    ArtifactKind kind() {
        return kind;
    }

    /** The kind of an ARM resource type, {@code Microsoft.DataFactory/factories/pipelines} or the Synapse one. */
    static Optional<ArtifactFolder> ofResource(String type) {
        String last = type.substring(type.lastIndexOf('/') + 1);
        String parent = type.substring(0, Math.max(0, type.lastIndexOf('/'))).toLowerCase(Locale.ROOT);
        boolean factory =
                parent.equals("microsoft.datafactory/factories") || parent.equals("microsoft.synapse/workspaces");
        return Arrays.stream(values())
                .filter(folder -> factory && folder.resource.equalsIgnoreCase(last))
                .findFirst();
    }
}
