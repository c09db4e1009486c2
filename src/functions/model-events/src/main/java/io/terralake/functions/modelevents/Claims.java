package io.terralake.functions.modelevents;

import io.terralake.functions.messages.UnavailableException;
import java.time.Instant;

/** Which events were dispatched, and by whom one is being dispatched just now. */
public interface Claims {
    /**
     * Takes an event, unless somebody else has it. Throws {@link UnavailableException} when the store does not answer, as all methods do.
     *
     * @param id the event's
     * @return what is known of it
     */
    Claim take(String id);

    /** What is known of an event. */
    enum State {
        /** Nothing; it is ours now. */
        NEW,
        /** Somebody had it and did not come to an end, so that it may have been dispatched; it is ours now. */
        LEFT,
        /** Somebody else has it. */
        BUSY,
        /** It was dispatched. */
        DONE
    }

    /** An event that was asked for. */
    interface Claim extends AutoCloseable {
        /**
         * What was known when it was asked for.
         *
         * @return it is ours when it is {@link State#NEW} or {@link State#LEFT}
         */
        State state();

        /**
         * When it was first taken.
         *
         * @return by the store's clock
         */
        Instant since();

        /** Makes sure that it is ours for longer than a dispatch takes. */
        void hold();

        /** Writes down that it was dispatched. */
        void done();

        /** Forgets it: nothing was dispatched, and nothing will be unless somebody brings the event back. */
        void forget();

        /** Leaves it to others, if it is ours; what is known of it stays. */
        @Override
        void close();
    }
}
