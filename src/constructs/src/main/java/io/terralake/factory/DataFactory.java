package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryGithubConfiguration;
import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactoryIdentity;
import com.hashicorp.cdktf.providers.azurerm.data_factory_integration_runtime_azure.DataFactoryIntegrationRuntimeAzure;
import com.hashicorp.cdktf.providers.azurerm.data_factory_integration_runtime_azure.DataFactoryIntegrationRuntimeAzureConfig;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.identity.ManagedIdentity;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A factory whose runtime stands in a managed virtual network, in public mode too: services that deny by default are
 * reached by managed private endpoints instead of letting all of Azure in. Grant access to the factory itself; it is a
 * {@link io.terralake.identity.ManagedIdentity}.
 */
public final class DataFactory extends AbstractDataFactory {
    /** The runtime that every factory has, outside of a managed virtual network. */
    public static final String DEFAULT_RUNTIME = "AutoResolveIntegrationRuntime";

    private static final String MANAGED_RUNTIME = "managed-network";

    /** Data flows run on 8 cores at least. */
    private static final int SMALLEST_CLUSTER = 8;

    private final com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactory resource;
    private final String factoryId;
    private final String principalId;
    private final String factoryName;
    private final String runtimeName;
    private final ArtifactName.Taken taken = new ArtifactName.Taken();
    private final Map<String, Object> globalParameters;
    private final List<String> identityIds;

    public DataFactory(Construct scope, String id, DataFactoryProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(this);
        this.globalParameters = Objects.requireNonNull(props.globalParameters());
        IEncryptionKey key = props.encryption();
        this.identityIds = identityIds(key, Objects.requireNonNull(props.identities()));
        this.factoryName = stack.nameOf(this, FactoryNames.FACTORY, props.name());
        this.resource = new com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactory(
                this,
                "Resource",
                DataFactoryConfig.builder()
                        .name(factoryName)
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .managedVirtualNetworkEnabled(true)
                        .publicNetworkEnabled(network.publicAccess())
                        .identity(identity(identityIds))
                        .customerManagedKeyId(key == null ? null : key.keyUri())
                        .customerManagedKeyIdentityId(key == null ? null : key.identityId())
                        .globalParameter(GlobalParameters.of(globalParameters))
                        .githubConfiguration(gitHub(props.gitHub()))
                        .tags(stack.tags())
                        .build());
        if (key != null) {
            key.applyBefore(resource);
        }
        this.factoryId = resource.getId();
        this.principalId = resource.getIdentity().getPrincipalId();
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS.inTablesOfItsOwn());
        this.runtimeName = addRuntime(place.location(), Objects.requireNonNull(props.dataFlowMinutes()));
        network.connect(
                this, factoryId, factoryName, DataFactoryPrivateLink.DATA_FACTORY, DataFactoryPrivateLink.PORTAL);
    }

    /** Those that it has beside its own. */
    private static List<String> identityIds(@Nullable IEncryptionKey key, List<ManagedIdentity> identities) {
        return Stream.concat(
                        Stream.ofNullable(key).map(IEncryptionKey::identityId),
                        identities.stream().map(identity -> Contract.ask(identity, "resourceId", identity::resourceId)))
                .distinct()
                .toList();
    }

    private static DataFactoryIdentity identity(List<String> identityIds) {
        return identityIds.isEmpty()
                ? DataFactoryIdentity.builder().type("SystemAssigned").build()
                : DataFactoryIdentity.builder()
                        .type("SystemAssigned, UserAssigned")
                        .identityIds(identityIds)
                        .build();
    }

    /**
     * A factory that is managed elsewhere, with the runtime that every factory has.
     *
     * @param factoryId {@code /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.DataFactory/factories/<name>}
     * @throws io.terralake.core.ConstructException when it is the id of something else, or of another subscription than the
     *     environment's
     */
    public static IDataFactory fromFactoryId(Construct scope, String id, String factoryId) {
        return fromFactoryId(scope, id, factoryId, DEFAULT_RUNTIME);
    }

    /**
     * A factory that is managed elsewhere.
     *
     * @param factoryId {@code /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.DataFactory/factories/<name>}
     * @param runtimeName the integration runtime that linked services connect through
     * @throws io.terralake.core.ConstructException when it is the id of something else, or of another subscription than the
     *     environment's
     */
    public static IDataFactory fromFactoryId(Construct scope, String id, String factoryId, String runtimeName) {
        return new ImportedDataFactory(scope, id, factoryId, runtimeName);
    }

    @Override
    public String factoryId() {
        return factoryId;
    }

    /** The name of the runtime in the managed virtual network. */
    @Override
    public String runtimeName() {
        return runtimeName;
    }

    @Override
    public String principalId() {
        return principalId;
    }

    @Override
    public String displayName() {
        return factoryName;
    }

    @Override
    public Optional<Set<String>> globalParameters() {
        return Optional.of(globalParameters.keySet());
    }

    /** Whether a user-assigned identity is one of its own. */
    boolean hasIdentity(String identityId) {
        return identityIds.contains(identityId);
    }

    ArtifactName.Taken taken() {
        return taken;
    }

    private String addRuntime(String location, int dataFlowMinutes) {
        var runtime = new DataFactoryIntegrationRuntimeAzure(
                this,
                "Runtime",
                DataFactoryIntegrationRuntimeAzureConfig.builder()
                        .name(MANAGED_RUNTIME)
                        .dataFactoryId(factoryId)
                        .location(location)
                        .virtualNetworkEnabled(true)
                        .computeType("General")
                        .coreCount(SMALLEST_CLUSTER)
                        .timeToLiveMin(dataFlowMinutes)
                        .cleanupEnabled(dataFlowMinutes == 0)
                        .build());
        ArtifactName.claim(runtime, this, ArtifactKind.INTEGRATION_RUNTIME, MANAGED_RUNTIME);
        return runtime.getName();
    }

    private static @Nullable DataFactoryGithubConfiguration gitHub(@Nullable GitHubConfiguration configuration) {
        if (configuration == null) {
            return null;
        }
        return DataFactoryGithubConfiguration.builder()
                .accountName(Literals.of(configuration.accountName()))
                .repositoryName(Literals.of(configuration.repositoryName()))
                .branchName(Literals.of(configuration.branchName()))
                .rootFolder(Literals.of(configuration.rootFolder()))
                .build();
    }
}
