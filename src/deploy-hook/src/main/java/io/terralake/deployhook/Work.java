package io.terralake.deployhook;

import io.terralake.declarations.Database;
import io.terralake.deployhook.datasets.AllowList;
import io.terralake.deployhook.datasets.RegistrationRequest;
import java.util.List;

/**
 * Everything that is asked for, read and checked.
 *
 * @param databases databases to bring to where they should be
 * @param requests datasets to register
 */
record Work(List<Database> databases, List<Requested> requests) {

    /** A request with the workspaces that it may name. */
    record Requested(RegistrationRequest request, AllowList allowed) {}

    /** How many things there are to do, for people who wait. */
    long size() {
        return databases.size()
                + requests.stream()
                        .mapToLong(requested -> (long) Math.max(
                                        1, requested.request.workspaces().size())
                                * (requested.request.datastores().size()
                                        + requested.request.datasets().size()))
                        .sum();
    }
}
