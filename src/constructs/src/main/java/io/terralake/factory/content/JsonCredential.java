package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ICredential;
import software.constructs.Construct;

/** A credential by its own JSON, such as a user-assigned identity of the factory. */
public final class JsonCredential extends JsonArtifact implements ICredential {
    private final String credentialName;

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonCredential(Construct scope, String id, JsonCredentialProps props) {
        super(
                scope,
                id,
                ArtifactKind.CREDENTIAL,
                props,
                Written.of(props.factory(), props.name(), props.properties(), props.allowKeys()));
        this.credentialName = resource("credentials").resourceName();
    }

    @Override
    public String credentialName() {
        return credentialName;
    }
}
