package io.terralake.functions.mlworkspaces;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accepted requests of one process. */
final class MemoryRequests implements AcceptedRequests {
    private final Map<String, Accepted> requests = new ConcurrentHashMap<>();

    @Override
    public void put(Accepted request) {
        requests.put(request.id(), request);
    }

    @Override
    public Optional<Accepted> find(String id) {
        return Optional.ofNullable(requests.get(id));
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }
}
