package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.AzapiResource;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.identity.ManagedIdentity;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import software.constructs.Construct;

/** What managed endpoints and those of Kubernetes have in common. */
abstract class MadeOnlineEndpoint extends AbstractOnlineEndpoint implements ManagedIdentity {
    private final AzapiResource resource;
    private final String endpointId;

    MadeOnlineEndpoint(
            Construct scope,
            String id,
            Record props,
            IMachineLearningWorkspace workspace,
            String name,
            ObjectNode body) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.resource = EndpointResource.make(this, workspace, name, body);
        this.endpointId = resource.resourceId();
        if (workspace instanceof MachineLearningWorkspace made) {
            made.order(resource);
        }
        PlatformStack.of(this).protection().keepAddress(resource);
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
    }

    @Override
    public final String endpointId() {
        return endpointId;
    }

    @Override
    public final String scoringUri() {
        return resource.output(EndpointResource.SCORING_URI);
    }

    @Override
    public final String resourceId() {
        return endpointId;
    }

    @Override
    public final String principalId() {
        return resource.principalId();
    }

    /** How long requests take, in milliseconds. */
    public final Metric metricRequestLatency() {
        return new Metric(EndpointResource.TYPE, "RequestLatency", Aggregation.AVERAGE, endpointId);
    }
}
