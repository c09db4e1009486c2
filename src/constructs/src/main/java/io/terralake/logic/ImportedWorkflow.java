package io.terralake.logic;

import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** A workflow that is managed elsewhere. */
final class ImportedWorkflow extends StackPart implements IWorkflow {
    private final ImportedId imported;

    ImportedWorkflow(Construct scope, String id, String workflowId) {
        super(scope, id);
        this.imported = new ImportedId(this, workflowId, "Microsoft.Logic/workflows");
    }

    @Override
    public String workflowId() {
        return imported.toString();
    }
}
