package io.terralake.functions.modelevents;

import io.terralake.functions.messages.UnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Claims of one process, for tests of what asks for them. */
final class MemoryClaims implements Claims {
    static final Instant SINCE = Instant.parse("2026-11-26T08:00:00Z");

    final Map<String, String> states = new HashMap<>();
    int held;
    boolean away;

    @Override
    public Claim take(String id) {
        State state = State.valueOf(states.getOrDefault(id, "NEW"));
        if (state == State.NEW || state == State.LEFT) {
            states.put(id, "BUSY");
        }
        return new Claim() {
            @Override
            public State state() {
                return state;
            }

            @Override
            public Instant since() {
                return SINCE;
            }

            @Override
            public void hold() {
                held++;
            }

            @Override
            public void done() {
                if (away) {
                    throw UnavailableException.lasting("the claims are away", null);
                }
                states.put(id, "DONE");
            }

            @Override
            public void forget() {
                states.remove(id);
            }

            @Override
            public void close() {
                states.replace(id, "BUSY", state == State.BUSY ? "BUSY" : "LEFT");
            }
        };
    }
}
