package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** Paths below a resource that is there. */
final class Below {
    private Below() {}

    /** The first answer of a resource above the path, from the nearest on; each is asked with what is left of the path, in lower case. */
    static <T> Optional<T> any(Store store, ResourceId id, BiFunction<ObjectNode, String, Optional<T>> ask) {
        String key = id.key();
        for (int end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
            String below = key.substring(end + 1);
            Optional<T> answer =
                    store.get(Space.RESOURCES, key.substring(0, end)).flatMap(resource -> ask.apply(resource, below));
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Whether a path is the one that a pattern with {@code *} for any part means. */
    static boolean matches(String pattern, String path) {
        String[] wanted = pattern.toLowerCase(Locale.ROOT).split("/");
        String[] given = path.split("/");
        if (wanted.length != given.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
