package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.IIntegrationRuntime;
import software.constructs.Construct;

/** An integration runtime by its own JSON: one of Azure, or a self-hosted one, whose machines register themselves. */
public final class JsonIntegrationRuntime extends JsonArtifact implements IIntegrationRuntime {
    private final String runtimeName;

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonIntegrationRuntime(Construct scope, String id, JsonIntegrationRuntimeProps props) {
        super(
                scope,
                id,
                ArtifactKind.INTEGRATION_RUNTIME,
                props,
                Written.of(props.factory(), props.name(), props.properties(), props.allowKeys()));
        this.runtimeName = resource("integrationRuntimes").resourceName();
    }

    @Override
    public String runtimeName() {
        return runtimeName;
    }
}
