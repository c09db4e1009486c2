package io.terralake.factory;

import io.terralake.network.NetworkNames;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.Aggregation;
import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryGithubConfiguration;
import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryIdentity;
import com.hashicorp.cdktf.providers.azurerm.data_factory_integration_runtime_azure.DataFactoryIntegrationRuntimeAzure;
import com.hashicorp.cdktf.providers.azurerm.data_factory_integration_runtime_azure.DataFactoryIntegrationRuntimeAzureConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_managed_private_endpoint.DataFactoryManagedPrivateEndpoint;
import com.hashicorp.cdktf.providers.azurerm.data_factory_managed_private_endpoint.DataFactoryManagedPrivateEndpointConfig;
import io.terralake.core.PlatformStack;
import io.terralake.identity.ManagedIdentity;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A factory whose runtime stands in a managed virtual network, in public mode too: services that deny by default are
 * reached by managed private endpoints instead of letting all of Azure in. Grant access to the factory itself; it is a
 * {@link ManagedIdentity}.
 */
public final class DataFactory extends Construct implements ManagedIdentity {
    /** Data flows run on 8 cores at least. */
    private static final int SMALLEST_CLUSTER = 8;

    private final com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactory resource;
    private final String factoryId;
    private final String factoryName;
    private final String runtimeName;

    public DataFactory(Construct scope, String id, DataFactoryProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Network network = Network.of(stack);
        this.factoryName = stack.nameOf(this, FactoryNames.FACTORY, props.name());
        this.resource = new com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactory(
                this,
                "Resource",
                DataFactoryConfig.builder()
                        .name(factoryName)
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .managedVirtualNetworkEnabled(true)
                        .publicNetworkEnabled(network.publicAccess())
                        .identity(DataFactoryIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .globalParameter(GlobalParameters.of(Objects.requireNonNull(props.globalParameters())))
                        .githubConfiguration(gitHub(props.gitHub()))
                        .tags(stack.tags())
                        .build());
        this.factoryId = resource.getId();
        stack.protection().retainAndLock(resource, factoryId, props.removalPolicy());
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        this.runtimeName = addRuntime(stack.location(), Objects.requireNonNull(props.dataFlowMinutes()));
        network.connect(this, factoryId, factoryName, DataFactoryPrivateLink.DATA_FACTORY, DataFactoryPrivateLink.PORTAL);
    }

    /** The Azure id of the factory. */
    public String factoryId() {
        return factoryId;
    }

    /** The name of the runtime in the managed virtual network, which linked services connect through. */
    public String runtimeName() {
        return runtimeName;
    }

    /**
     * Makes a service reachable from the factory's managed virtual network. Azure creates the connection as pending; the
     * service's owner approves it once, such as with {@code az network private-endpoint-connection approve}
     * (hashicorp/terraform-provider-azurerm#19777).
     *
     * @param id what the endpoint is called, 2 to 64 letters, digits and hyphens
     * @param resourceId the Azure id of the service
     * @param link the part of the service to reach
     */
    public void connectTo(String id, String resourceId, PrivateLink link) {
        new DataFactoryManagedPrivateEndpoint(
                this,
                "ManagedEndpoint-" + id,
                DataFactoryManagedPrivateEndpointConfig.builder()
                        .name(PlatformStack.of(this).nameOf(this, NetworkNames.PRIVATE_ENDPOINT, id))
                        .dataFactoryId(factoryId)
                        .targetResourceId(resourceId)
                        .subresourceName(link.groupId())
                        .build());
    }

    /** Pipeline runs that failed, a count. */
    public Metric metricFailedPipelineRuns() {
        return new Metric("Microsoft.DataFactory/factories", "PipelineFailedRuns", Aggregation.TOTAL, factoryId);
    }

    @Override
    public String principalId() {
        return resource.getIdentity().getPrincipalId();
    }

    @Override
    public String resourceId() {
        return factoryId;
    }

    @Override
    public String displayName() {
        return factoryName;
    }

    private String addRuntime(String location, int dataFlowMinutes) {
        return new DataFactoryIntegrationRuntimeAzure(
                        this,
                        "Runtime",
                        DataFactoryIntegrationRuntimeAzureConfig.builder()
                                .name("managed-network")
                                .dataFactoryId(factoryId)
                                .location(location)
                                .virtualNetworkEnabled(true)
                                .computeType("General")
                                .coreCount(SMALLEST_CLUSTER)
                                .timeToLiveMin(dataFlowMinutes)
                                .cleanupEnabled(dataFlowMinutes == 0)
                                .build())
                .getName();
    }

    private static @Nullable DataFactoryGithubConfiguration gitHub(@Nullable GitHubConfiguration configuration) {
        if (configuration == null) {
            return null;
        }
        return DataFactoryGithubConfiguration.builder()
                .accountName(configuration.accountName())
                .repositoryName(configuration.repositoryName())
                .branchName(configuration.branchName())
                .rootFolder(configuration.rootFolder())
                .build();
    }
}
