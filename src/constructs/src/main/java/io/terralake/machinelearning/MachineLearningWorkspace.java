package io.terralake.machinelearning;

import io.terralake.azure.NamingRule;
import io.terralake.containerregistry.RegistryPrivateLink;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.DependsOn;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.Protection;
import io.terralake.core.RequiredFields;
import io.terralake.core.Tree;
import io.terralake.identity.Grant;
import io.terralake.identity.ManagedIdentity;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.keyvault.KeyVaultPrivateLink;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import io.terralake.settings.RemovalPolicy;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.storage.StorageRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * An Azure ML workspace with a vault, Application Insights, storage and a registry, and a network that Azure manages for its machines.
 * Nothing in it has a key: its identity, the machines' and people's come in by their roles. Azure gives its system-assigned identity
 * the roles on what the workspace stands on, and a second assignment of those would fail.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication">Set up authentication
 *     between Azure Machine Learning and other services</a>
 */
public final class MachineLearningWorkspace extends AbstractMachineLearningWorkspace implements ManagedIdentity {
    private static final NamingRule NAMING = NamingRule.of(
            "machine learning workspace",
            "mlw",
            3,
            33,
            "[A-Za-z0-9][A-Za-z0-9_-]*",
            "letters, digits, '_' and '-', a letter or digit first");

    private final AzapiResource resource;
    private final String workspaceId;
    private final String name;
    private final Dependencies dependencies;
    private final boolean highBusinessImpact;
    private final OutboundRules outboundRules;
    private final List<Grant> approvals = new ArrayList<>();
    private final Set<IStorageAccount> reached = new HashSet<>();

    /** @throws ConstructException when Azure would not accept a name or an outbound rule, or there is nowhere to send telemetry */
    public MachineLearningWorkspace(Construct scope, String id, MachineLearningWorkspaceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        Placement place = Placement.of(this);
        Network network = Network.of(this);
        this.name = stack.nameOf(this, NAMING, props.name(), props.purpose());
        this.dependencies = new Dependencies(this, props);
        Isolation isolation = Objects.requireNonNullElse(
                props.isolation(),
                network.publicAccess() ? Isolation.ALLOW_INTERNET_OUTBOUND : Isolation.ALLOW_ONLY_APPROVED_OUTBOUND);
        this.highBusinessImpact = Objects.requireNonNull(props.highBusinessImpact());
        IEncryptionKey key = props.encryption();
        this.resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type("%s@%s".formatted(TYPE, API))
                        .name(name)
                        .parentId(place.resourceGroupId())
                        .location(place.location())
                        .tags(stack.tags())
                        .systemAssignedIdentity(true)
                        .body(new WorkspaceBody(dependencies, isolation, network.publicAccess())
                                .json(highBusinessImpact, key))
                        .build());
        // It answers with ids in another case than it was given (Azure/azure-rest-api-specs#8323).
        resource.addOverride("ignore_casing", true);
        if (key != null) {
            key.applyBefore(resource);
        }
        this.workspaceId = resource.resourceId();
        keep(props.removalPolicy());
        this.outboundRules = new OutboundRules(this, isolation);
        reachDependencies(network.publicAccess() && isolation == Isolation.ALLOW_INTERNET_OUTBOUND);
        Objects.requireNonNull(props.outboundRules()).forEach(this::addOutboundRule);
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        network.connect(this, workspaceId, name, MachineLearningPrivateLink.WORKSPACE);
    }

    /**
     * An existing workspace.
     *
     * @throws ConstructException when the id is not that of a workspace
     */
    public static IMachineLearningWorkspace fromWorkspaceId(Construct scope, String id, String workspaceId) {
        return new ImportedMachineLearningWorkspace(scope, id, workspaceId);
    }

    /**
     * Lets the machines of the workspace send to somebody.
     *
     * @param name the rule's name, 3 to 33 letters, digits, {@code _} and {@code -}
     * @throws ConstructException when the name is not allowed or taken, or the rule means nothing because the internet is open
     */
    public void addOutboundRule(String name, OutboundRule rule) {
        outboundRules.add(name, rule);
    }

    /**
     * Lets the machines of the workspace reach the blobs of a storage account past its firewall, such as those of a lake. A
     * {@link Datastore} does so for its own.
     *
     * @throws ConstructException when there is another outbound rule of the name that its id in the tree makes
     */
    public void reach(IStorageAccount account) {
        if (reached.add(account)) {
            String prefix = Tree.idOf(account);
            addOutboundRule(
                    prefix + "-blob", OutboundRule.privateEndpoint(account.accountId(), StoragePrivateLink.BLOB));
            addOutboundRule(prefix + "-dfs", OutboundRule.privateEndpoint(account.accountId(), StoragePrivateLink.DFS));
        }
    }

    /**
     * Lets a cluster build the images of environments. A registry that only private endpoints reach cannot build them itself.
     *
     * @throws ConstructException when the cluster is another workspace's
     */
    public void buildImagesOn(ComputeCluster cluster) {
        if (cluster.workspace() != this) {
            throw new ConstructException(this, "cluster \"%s\" is another workspace's".formatted(Tree.pathOf(cluster)));
        }
        resource.addOverride("body.properties.imageBuildCompute", cluster.computeName());
        dependencies.registry().grantPush(cluster);
    }

    /** Lets people or a workflow run jobs, register models and deploy them, and work with the files of the workspace. */
    @Override
    public Grant grantExperiment(Principal principal) {
        return super.grantExperiment(principal)
                .and(grantStorage(StorageRole.BLOB_DATA_CONTRIBUTOR, principal))
                .and(grantStorage(StorageRole.FILE_DATA_PRIVILEGED_CONTRIBUTOR, principal));
    }

    @Override
    public String workspaceId() {
        return workspaceId;
    }

    /** The name, as a token that makes who uses it wait for the workspace. */
    @Override
    public String workspaceName() {
        return resource.resourceName();
    }

    @Override
    public String resourceId() {
        return workspaceId;
    }

    @Override
    public String principalId() {
        return resource.principalId();
    }

    @Override
    public String displayName() {
        return name;
    }

    /** Runs that failed. */
    public Metric metricFailedRuns() {
        return new Metric(TYPE, "Failed Runs", Aggregation.TOTAL, workspaceId);
    }

    /** Share of the quota of cores that is used, in percent. */
    public Metric metricQuotaUtilization() {
        return new Metric(TYPE, "Quota Utilization Percentage", Aggregation.MAXIMUM, workspaceId);
    }

    /** Lets a principal, such as that of a cluster, write to where outputs and logs of jobs are kept. */
    Grant grantStorage(Role role, Principal principal) {
        IStorageAccount storage = dependencies.storage();
        return RoleGrant.of((Construct) storage, dependencies.storageId(), role, principal);
    }

    /** Lets a principal pull the images of the workspace. */
    Grant grantPull(Principal principal) {
        return dependencies.registry().grantPull(principal);
    }

    /**
     * Lets the models of a compute be fetched; jobs write too. Where Microsoft is to collect less, storage wants the second role.
     *
     * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-secure-kubernetes-inferencing-environment">Secure Azure
     *     Kubernetes Service inferencing environment</a>
     */
    void serve(KubernetesCompute compute, boolean jobs) {
        grantPull(compute);
        grantStorage(
                jobs || highBusinessImpact ? StorageRole.BLOB_DATA_CONTRIBUTOR : StorageRole.BLOB_DATA_READER, compute);
        if (highBusinessImpact) {
            grantStorage(Role.named("Storage Account Contributor"), compute);
        }
    }

    /** Makes compute wait for everything that its network is made of. */
    void order(Construct compute) {
        PlatformStack.of(this).beforeSynth(() -> {
            approvals.forEach(approval -> approval.applyBefore(compute));
            DependsOn.add(compute, outboundRules.resources());
        });
    }

    /** A workspace that was deleted can be recovered for 14 days, and its name is taken as long; one that may go, goes at once. */
    private void keep(@Nullable RemovalPolicy removalPolicy) {
        Protection protection = PlatformStack.of(this).protection();
        protection.retain(resource, removalPolicy);
        if (!protection.isRetained(removalPolicy)) {
            resource.addOverride("delete_query_parameters", Map.of("forceToPurge", List.of("true")));
        }
    }

    /**
     * Where the internet is open, Azure makes private endpoints only to what has no public endpoint; where it is not, to all that a
     * workspace stands on.
     */
    private void reachDependencies(boolean byRules) {
        if (byRules) {
            addOutboundRule("storage-blob", endpoint(dependencies.storageId(), StoragePrivateLink.BLOB));
            addOutboundRule("storage-file", endpoint(dependencies.storageId(), StoragePrivateLink.FILE));
            addOutboundRule("vault", endpoint(dependencies.vaultId(), KeyVaultPrivateLink.VAULT));
            if (dependencies.registryTakesEndpoints()) {
                addOutboundRule("registry", endpoint(dependencies.registryId(), RegistryPrivateLink.REGISTRY));
            }
        } else {
            approvals.add(outboundRules.approve((Construct) dependencies.storage(), dependencies.storageId()));
            approvals.add(outboundRules.approve((Construct) dependencies.vault(), dependencies.vaultId()));
            approvals.add(outboundRules.approve((Construct) dependencies.registry(), dependencies.registryId()));
        }
    }

    private static OutboundRule endpoint(String resourceId, PrivateLink part) {
        return OutboundRule.privateEndpoint(resourceId, part);
    }
}
