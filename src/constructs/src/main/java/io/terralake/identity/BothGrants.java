package io.terralake.identity;

import software.constructs.Construct;

/** Two grants that are needed together. */
record BothGrants(Grant one, Grant other) implements Grant {
    @Override
    public Grant applyBefore(Construct dependant) {
        one.applyBefore(dependant);
        other.applyBefore(dependant);
        return this;
    }
}
