package io.terralake.factory.trigger;

import io.terralake.factory.FactoryArtifact;

/** A tumbling window trigger, whose windows others can wait for. */
public interface ITumblingWindowTrigger extends FactoryArtifact {
    /** The name of the trigger, as a token that makes who uses it wait for it. */
    String triggerName();
}
