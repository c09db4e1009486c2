package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import software.constructs.Construct;

/** An integration runtime by its own JSON: one of Azure, or a self-hosted one, whose machines register themselves. */
public final class JsonIntegrationRuntime extends JsonArtifact {
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

    /** The name of the runtime, as a token that makes who uses it wait for it. */
    public String runtimeName() {
        return runtimeName;
    }
}
