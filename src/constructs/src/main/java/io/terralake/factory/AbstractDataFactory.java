package io.terralake.factory;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.data_factory_managed_private_endpoint.DataFactoryManagedPrivateEndpoint;
import com.hashicorp.cdktf.providers.azurerm.data_factory_managed_private_endpoint.DataFactoryManagedPrivateEndpointConfig;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Metric;
import io.terralake.network.NetworkNames;
import io.terralake.network.PrivateLink;
import software.constructs.Construct;

/** What factories made here and imported factories have in common. */
abstract class AbstractDataFactory extends StackPart implements IDataFactory {

    AbstractDataFactory(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final TerraformResource connectTo(String id, String resourceId, PrivateLink link) {
        return connectTo(this, id, resourceId, link);
    }

    @Override
    public final TerraformResource connectTo(Construct scope, String id, String resourceId, PrivateLink link) {
        PlatformStack stack = PlatformStack.of(scope);
        DataFactoryManagedPrivateEndpoint endpoint = new DataFactoryManagedPrivateEndpoint(
                scope,
                "ManagedEndpoint-" + id,
                DataFactoryManagedPrivateEndpointConfig.builder()
                        .name(stack.nameOf(scope, NetworkNames.PRIVATE_ENDPOINT, id))
                        .dataFactoryId(factoryId())
                        .targetResourceId(Literals.of(resourceId))
                        .subresourceName(Literals.of(Contract.ask(this, link, "groupId", link::groupId)))
                        .build());
        stack.afterDeployment().add(new PrivateEndpointApproval(endpoint.getId(), resourceId));
        return endpoint;
    }

    @Override
    public final Metric metricFailedPipelineRuns() {
        return new Metric("Microsoft.DataFactory/factories", "PipelineFailedRuns", Aggregation.TOTAL, factoryId());
    }

    @Override
    public final String resourceId() {
        return factoryId();
    }
}
