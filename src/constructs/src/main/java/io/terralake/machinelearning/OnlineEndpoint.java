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
import io.terralake.network.Network;
import software.constructs.Construct;

/**
 * An endpoint on machines that Azure manages. Who asks shows a token of Entra; in private mode the address is reached through the private
 * endpoint of the workspace. Models are no resources: who deploys one makes its deployment and says what share of the traffic it gets.
 * Azure lets the endpoint's identity pull the images and read the models of the workspace. Needs Terraform 1.11.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/concept-endpoints-online">Online endpoints and deployments for
 *     real-time inference</a>
 */
public final class OnlineEndpoint extends AbstractOnlineEndpoint implements ManagedIdentity {
    private final AzapiResource resource;
    private final String endpointId;

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public OnlineEndpoint(Construct scope, String id, OnlineEndpointProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ObjectNode body = EndpointResource.body("Managed", props.description());
        body.withObject("/properties")
                .put("publicNetworkAccess", Network.of(this).publicAccess() ? "Enabled" : "Disabled");
        this.resource = EndpointResource.make(this, props.workspace(), props.name(), body);
        this.endpointId = resource.resourceId();
        if (props.workspace() instanceof MachineLearningWorkspace made) {
            made.order(resource);
        }
        PlatformStack.of(this).protection().keepAddress(resource);
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
    }

    /**
     * An existing endpoint, of whatever machines.
     *
     * @param scoringUri the address that requests are sent to
     * @throws io.terralake.core.ConstructException when the id is not that of an endpoint
     */
    public static IOnlineEndpoint fromEndpointId(Construct scope, String id, String endpointId, String scoringUri) {
        return new ImportedOnlineEndpoint(scope, id, endpointId, scoringUri);
    }

    @Override
    public String endpointId() {
        return endpointId;
    }

    @Override
    public String scoringUri() {
        return resource.output(EndpointResource.SCORING_URI);
    }

    @Override
    public String resourceId() {
        return endpointId;
    }

    @Override
    public String principalId() {
        return resource.principalId();
    }

    /** How long requests take, in milliseconds. */
    public Metric metricRequestLatency() {
        return new Metric(EndpointResource.TYPE, "RequestLatency", Aggregation.AVERAGE, endpointId);
    }
}
