package io.terralake.emulator.arm;

import io.terralake.emulator.state.Store;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Azure refuses and the emulator does too.
 *
 * @param code by which it is switched off
 * @param says what is refused
 * @param source a page that says so
 */
public record Refused(String code, String says, String source) {

    /** All of them. */
    public static List<Refused> all() {
        ResourceTypes types = new ResourceTypes();
        Store none = Store.inMemory();
        List<Refusal> refusals =
                Refusals.all(types, new Singletons(none, types), new Operations(), new Rights(none, Duration.ZERO));
        return Stream.concat(refusals.stream(), Stream.of(new ClosedDataPlane()))
                .map(refusal -> new Refused(refusal.code(), refusal.says(), refusal.source()))
                .toList();
    }
}
