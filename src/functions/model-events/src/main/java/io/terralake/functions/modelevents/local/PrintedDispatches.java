package io.terralake.functions.modelevents.local;

import io.terralake.functions.modelevents.Dispatch;
import io.terralake.functions.modelevents.Dispatches;
import java.io.PrintWriter;
import java.time.Instant;

/** Prints what GitHub would be told, a line of JSON each. */
record PrintedDispatches(PrintWriter out) implements Dispatches {
    @Override
    public void send(Dispatch dispatch, Runnable last) {
        last.run();
        out.println(dispatch.body());
        out.flush();
    }

    @Override
    public boolean arrived(String id, Instant since) {
        return false;
    }
}
