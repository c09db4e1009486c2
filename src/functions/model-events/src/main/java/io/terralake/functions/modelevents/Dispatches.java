package io.terralake.functions.modelevents;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;
import java.time.Instant;

/** Where dispatches go. */
public interface Dispatches {
    /**
     * Sends one.
     *
     * @param dispatch which
     * @param last is called directly before, when all that takes time is done; what it throws ends it
     * @throws UnavailableException when it must be tried again; {@linkplain UnavailableException#isPassing() passing} only when it is certain
     *     that nothing arrived
     * @throws RejectedException when it will never be taken
     */
    void send(Dispatch dispatch, Runnable last);

    /**
     * Whether the dispatch of an event arrived.
     *
     * @param id the event's
     * @param since no dispatch was tried before
     * @return true when something shows that it did
     * @throws UnavailableException when it cannot be known just now
     * @throws RejectedException when it cannot be known
     */
    boolean arrived(String id, Instant since);
}
