package io.terralake.deployhook;

import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.deployhook.database.DatabaseWork;
import io.terralake.deployhook.functions.PublishWork;
import io.terralake.registration.AllowList;
import io.terralake.registration.RegistrationRequest;
import java.util.List;

/**
 * Everything that a run has to do, read and checked.
 *
 * @param approvals managed private endpoints to approve
 * @param databases databases to bring to where they should be
 * @param packages packages of functions to publish
 * @param requests datasets to register
 */
record RunPlan(
        List<PrivateEndpointApproval> approvals,
        List<DatabaseWork> databases,
        List<PublishWork> packages,
        List<AllowedRequest> requests) {

    /**
     * A request that was found to be allowed.
     *
     * @param request what to register
     * @param workspaces the workspaces that it may name
     */
    record AllowedRequest(RegistrationRequest request, AllowList workspaces) {}

    /** How many things there are to do, for people who wait. */
    long size() {
        return approvals.size()
                + databases.size()
                + packages.size()
                + requests.stream()
                        .mapToLong(allowed ->
                                (long) Math.max(1, allowed.request.workspaces().size())
                                        * (allowed.request.datastores().size()
                                                + allowed.request.datasets().size()))
                        .sum();
    }
}
