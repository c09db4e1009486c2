package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.LinkedService;
import software.constructs.Construct;

/** A linked service of any type, by its own JSON. */
public final class JsonLinkedService extends JsonArtifact implements LinkedService {
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonLinkedService(Construct scope, String id, JsonLinkedServiceProps props) {
        super(
                scope,
                id,
                ArtifactKind.LINKED_SERVICE,
                props,
                Written.of(props.factory(), props.name(), props.properties(), props.allowKeys()));
        this.linkedServiceName = resource("linkedservices").resourceName();
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
