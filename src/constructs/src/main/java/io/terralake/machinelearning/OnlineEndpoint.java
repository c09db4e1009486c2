package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
public final class OnlineEndpoint extends MadeOnlineEndpoint {

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public OnlineEndpoint(Construct scope, String id, OnlineEndpointProps props) {
        super(scope, id, props, props.workspace(), props.name(), body(scope, props));
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

    private static ObjectNode body(Construct scope, OnlineEndpointProps props) {
        ObjectNode body = EndpointResource.body("AADToken", props.description()).put("kind", "Managed");
        body.withObject("/properties")
                .put("publicNetworkAccess", Network.of(scope).publicAccess() ? "Enabled" : "Disabled");
        return body;
    }
}
