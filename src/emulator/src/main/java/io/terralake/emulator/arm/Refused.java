package io.terralake.emulator.arm;

import io.terralake.emulator.state.Store;
import java.util.List;

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
        return Refusals.all(types, new Singletons(Store.inMemory(), types), new Operations()).stream()
                .map(refusal -> new Refused(refusal.code(), refusal.says(), refusal.source()))
                .toList();
    }
}
