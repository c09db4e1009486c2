package io.terralake.machinelearning;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A workspace that is managed elsewhere. */
final class ImportedMachineLearningWorkspace extends AbstractMachineLearningWorkspace {
    private final ImportedId imported;

    ImportedMachineLearningWorkspace(Construct scope, String id, String workspaceId) {
        super(scope, id);
        this.imported = new ImportedId(this, workspaceId, TYPE);
    }

    @Override
    public String workspaceId() {
        return imported.toString();
    }

    @Override
    public String workspaceName() {
        return imported.name(0);
    }
}
