package io.terralake.emulator;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import java.util.function.Function;

/**
 * Stands between clients and what is emulated: it sees each request, can let it wait, answer itself, or change the answer. It is called on a thread
 * of the connection, so that several requests are with it at once.
 */
@FunctionalInterface
public interface Interceptor {

    /**
     * Answers a request.
     *
     * @param emulated what the emulator answers; a request that is not given to it is not done
     * @return the answer, {@link Reply#none()} to hang up
     */
    Reply answer(Request request, Function<Request, Reply> emulated);
}
