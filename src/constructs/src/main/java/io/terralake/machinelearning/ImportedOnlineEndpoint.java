package io.terralake.machinelearning;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** An endpoint that is managed elsewhere. */
final class ImportedOnlineEndpoint extends AbstractOnlineEndpoint {
    private final ImportedId imported;
    private final String scoringUri;

    ImportedOnlineEndpoint(Construct scope, String id, String endpointId, String scoringUri) {
        super(scope, id);
        this.imported = new ImportedId(this, endpointId, EndpointResource.TYPE);
        this.scoringUri = scoringUri;
    }

    @Override
    public String endpointId() {
        return imported.toString();
    }

    @Override
    public String scoringUri() {
        return scoringUri;
    }
}
