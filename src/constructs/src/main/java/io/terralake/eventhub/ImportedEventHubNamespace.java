package io.terralake.eventhub;

import io.terralake.core.ImportedId;
import io.terralake.identity.ManagedIdentity;
import java.util.Optional;
import software.constructs.Construct;

/** A namespace that is managed elsewhere. */
final class ImportedEventHubNamespace extends AbstractEventHubNamespace {
    private final ImportedId imported;

    ImportedEventHubNamespace(Construct scope, String id, String namespaceId) {
        super(scope, id);
        this.imported = new ImportedId(this, namespaceId, "Microsoft.EventHub/namespaces");
    }

    @Override
    public String namespaceId() {
        return imported.toString();
    }

    @Override
    public String namespaceName() {
        return imported.name(0);
    }

    @Override
    public Optional<ManagedIdentity> identity() {
        return Optional.empty();
    }
}
