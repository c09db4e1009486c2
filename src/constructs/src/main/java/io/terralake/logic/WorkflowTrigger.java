package io.terralake.logic;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What starts a {@link Workflow}. Implement it for a trigger that the library does not have. */
public interface WorkflowTrigger {

    /** The name: 1 to 80 letters, digits and {@code _()-}. */
    String name();

    /** The trigger as the service takes it. */
    ObjectNode definition();
}
