package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.trigger.TriggerJson;
import io.terralake.factory.trigger.TriggerResource;
import software.constructs.Construct;

/**
 * A trigger of any type, by its own JSON. azurerm makes it, which stops it before a change and starts it after; what azurerm
 * cannot carry is refused in a trigger that is started, and makes one that is not by its JSON.
 */
public final class JsonTrigger extends JsonArtifact {

    /** @throws io.terralake.core.ConstructException with every mistake in the JSON */
    public JsonTrigger(Construct scope, String id, JsonTriggerProps props) {
        super(
                scope,
                id,
                ArtifactKind.TRIGGER,
                props,
                Written.of(props.factory(), props.name(), props.properties(), null));
        if (TriggerJson.isCarried(properties())) {
            order(TriggerResource.add(this, factory(), givenName(), properties()));
        } else {
            properties().remove("runtimeState");
            resource("triggers");
        }
    }
}
