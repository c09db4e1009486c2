package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of Azure, whichever schema it came in.
 *
 * @param id what tells it from others, 1 to 128 visible characters
 * @param type one that is known
 * @param subject what it is about; may be empty
 * @param source the resource that it comes from; may be empty
 * @param time as it was; none when nobody said
 * @param data as it was
 */
record Event(
        String id,
        EventType type,
        String subject,
        String source,
        @Nullable String time,
        ObjectNode data) {

    boolean is(String source, String... dispatches) {
        return type.source().equals(source)
                && (dispatches.length == 0 || List.of(dispatches).contains(type.dispatch()));
    }
}
