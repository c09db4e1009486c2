package io.terralake.eventgrid;

import io.terralake.core.ImportedId;
import java.util.Optional;
import software.constructs.Construct;

/** A topic that is managed elsewhere. */
final class ImportedSystemTopic extends AbstractSystemTopic {
    private final ImportedId imported;
    private final String principalId;

    ImportedSystemTopic(Construct scope, String id, String systemTopicId, String principalId) {
        super(scope, id);
        this.imported = new ImportedId(this, systemTopicId, TYPE);
        this.principalId = principalId;
    }

    @Override
    public String systemTopicId() {
        return imported.toString();
    }

    @Override
    public String systemTopicName() {
        return imported.name(0);
    }

    @Override
    public Optional<EventSource> source() {
        return Optional.empty();
    }

    @Override
    public String principalId() {
        return principalId;
    }
}
