package io.terralake.eventhub;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A hub that is managed elsewhere. */
final class ImportedEventHub extends AbstractEventHub {
    private final ImportedId imported;

    ImportedEventHub(Construct scope, String id, String eventHubId) {
        super(scope, id);
        this.imported = new ImportedId(this, eventHubId, EventHub.TYPE);
    }

    @Override
    public String eventHubId() {
        return imported.toString();
    }

    @Override
    public String eventHubName() {
        return imported.name(1);
    }

    @Override
    public String host() {
        return imported.name(0) + ".servicebus.windows.net";
    }
}
