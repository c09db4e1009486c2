package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/** What a type of resources does that no file can say. */
interface Behaviour {

    /** What it does, a sentence for the documentation. */
    String says();

    /** Whether it is about this type. */
    boolean isFor(String type);

    /** Changes a resource before it is stored. */
    default void stored(ResourceId id, ObjectNode resource, Store store) {}

    /** After it was deleted. */
    default void deleted(ResourceId id, ObjectNode resource, Store store) {}

    /**
     * Answers what is asked below a resource before anything else does; empty for what the behaviour has no part in.
     *
     * @param id what is asked for
     */
    default Optional<Reply> answer(Request request, ResourceId id, Store store) {
        return Optional.empty();
    }
}
