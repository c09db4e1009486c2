package io.terralake.kubernetes;

import io.terralake.core.ImportedId;
import io.terralake.core.Placement;
import java.util.Optional;
import software.constructs.Construct;

/** A cluster that is managed elsewhere. */
final class ImportedKubernetesCluster extends AbstractKubernetesCluster {
    private final ImportedId imported;

    ImportedKubernetesCluster(Construct scope, String id, String clusterId) {
        super(scope, id);
        this.imported = new ImportedId(this, clusterId, TYPE);
    }

    @Override
    public String clusterId() {
        return imported.toString();
    }

    @Override
    public String clusterName() {
        return imported.name(0);
    }

    @Override
    public String location() {
        return Placement.of(this).location();
    }

    @Override
    public Optional<Integer> minNodes() {
        return Optional.empty();
    }
}
