package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import software.constructs.Construct;

/**
 * An endpoint in a cluster of Kubernetes. It takes no tokens of Entra, only keys, which are valid for ever, and tokens of Azure ML, which
 * this one takes: whoever {@link #grantScore} lets asks Azure for one with a token of Entra, and shows it until it expires. The routers of
 * the cluster check it. In private mode their address is one of the network.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-authenticate-online-endpoint">Authenticate clients for online
 *     endpoints: endpoint types</a>
 */
public final class KubernetesOnlineEndpoint extends MadeOnlineEndpoint {

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public KubernetesOnlineEndpoint(Construct scope, String id, KubernetesOnlineEndpointProps props) {
        // A compute that was left out is told by name, with whatever else is missing.
        super(
                scope,
                id,
                props,
                props.compute() == null ? null : props.compute().workspace(),
                props.name(),
                body(props));
    }

    private static ObjectNode body(KubernetesOnlineEndpointProps props) {
        ObjectNode body = EndpointResource.body("AMLToken", props.description());
        if (props.compute() != null) {
            body.withObject("/properties").put("compute", props.compute().resourceId());
        }
        return body;
    }
}
