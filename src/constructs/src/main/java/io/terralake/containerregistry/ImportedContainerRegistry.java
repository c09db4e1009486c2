package io.terralake.containerregistry;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A registry that is managed elsewhere. */
final class ImportedContainerRegistry extends AbstractContainerRegistry {
    private final ImportedId imported;

    ImportedContainerRegistry(Construct scope, String id, String registryId) {
        super(scope, id);
        this.imported = new ImportedId(this, registryId, "Microsoft.ContainerRegistry/registries");
    }

    @Override
    public String registryId() {
        return imported.toString();
    }

    @Override
    public String loginServer() {
        return imported.name(0) + ".azurecr.io";
    }
}
