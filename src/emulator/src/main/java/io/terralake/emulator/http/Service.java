package io.terralake.emulator.http;

import java.util.Optional;

/** A part of Azure that answers requests. */
public interface Service {

    /** The answer; empty when the request is not for this service. */
    Optional<Reply> answer(Request request);
}
