package io.terralake.functions.mlworkspaces;

import io.terralake.functions.messages.UnavailableException;
import java.util.Optional;

/** Where accepted requests are kept. All methods throw {@link UnavailableException} when the store does not answer. */
public interface AcceptedRequests {
    /**
     * Keeps a request, in place of what was known of it.
     *
     * @param request any
     */
    void put(Accepted request);

    /**
     * What is known of a request.
     *
     * @param id a GUID
     * @return empty when there is none
     */
    Optional<Accepted> find(String id);
}
