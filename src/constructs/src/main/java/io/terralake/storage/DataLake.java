package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountNetworkRulesPrivateLinkAccess;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.TerraformText;
import io.terralake.core.Tokens;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * ADLS Gen2: a storage account with hierarchical namespace and one filesystem per zone. Shared keys are off, the
 * firewall denies by default, deleted data can be recovered. (Blob versioning does not exist with hierarchical
 * namespaces.)
 */
public final class DataLake extends AbstractDataLake {
    private static final Pattern INSTANCE = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/[^/]+(/[^/]+/[^/]+)+", Pattern.CASE_INSENSITIVE);

    private final StorageAccount resource;
    private final String name;
    private final String accountId;
    private final String dfsHost;
    private final Replication replication;
    private final LifecycleRules lifecycle;

    public DataLake(Construct scope, String id, DataLakeProps props) {
        super(scope, id);
        PlatformStack stack = stack();
        Network network = Network.of(stack);
        this.name = stack.nameOf(
                this, StorageNames.ACCOUNT, props.name(), Objects.requireNonNullElse(props.purpose(), "lake"));
        this.replication = Objects.requireNonNull(props.replication());
        IEncryptionKey key = props.encryption();
        this.resource = new StorageAccount(
                this,
                "Resource",
                AccountBody.of(this, name, replication, Objects.requireNonNull(props.softDeleteDays()), key)
                        .isHnsEnabled(true)
                        .networkRules(AccountBody.firewall(network)
                                .privateLinkAccess(instances(Objects.requireNonNull(props.resourceInstances())))
                                .build())
                        .build());
        if (key != null) {
            key.applyBefore(resource);
        }
        this.accountId = resource.getId();
        this.dfsHost = resource.getPrimaryDfsHost();
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, StorageLogs.BLOBS);
        this.lifecycle = new LifecycleRules(this, accountId);
        network.connect(this, accountId, name, StoragePrivateLink.BLOB, StoragePrivateLink.DFS);
    }

    /**
     * An existing lake.
     *
     * @param accountId the Azure id of its storage account
     * @param zones the filesystems to use as zones
     * @throws ConstructException when the id is not that of a storage account
     */
    public static IDataLake fromAccountId(Construct scope, String id, String accountId, String... zones) {
        return new ImportedDataLake(scope, id, accountId, zones);
    }

    /**
     * Adds a filesystem.
     *
     * @param name its name, 3 to 63 lower-case letters, digits and hyphens
     * @throws ConstructException when the name is taken or not allowed, or the tiering cannot work
     */
    public Zone addZone(String name, ZoneProps props) {
        requireNew(name);
        Tiering tiering = Objects.requireNonNull(props.tiering());
        List<String> problems = tiering.problems(replication);
        if (!problems.isEmpty()) {
            throw new ConstructException(this, "zone \"%s\": %s".formatted(name, String.join("; ", problems)));
        }
        Zone zone = Zone.create(this, name, Objects.requireNonNull(props.accessControl()), tiering);
        lifecycle.add(name, tiering);
        return register(zone);
    }

    @Override
    public String accountId() {
        return accountId;
    }

    @Override
    public String accountName() {
        return resource.getName();
    }

    @Override
    public String dfsHost() {
        return dfsHost;
    }

    /** Opens the account's queue service to the network and sends its logs, with the first queue. */
    @Override
    void useQueues() {
        if (getNode().tryFindChild(QueueService.ID) == null) {
            new QueueService(this, resource, name);
        }
    }

    /** Share of requests that the lake could serve, in percent. */
    public Metric metricAvailability() {
        return new Metric("Microsoft.Storage/storageAccounts", "Availability", Aggregation.AVERAGE, accountId);
    }

    private @Nullable List<StorageAccountNetworkRulesPrivateLinkAccess> instances(List<String> ids) {
        return ids.isEmpty()
                ? null
                : ids.stream()
                        .map(one -> StorageAccountNetworkRulesPrivateLinkAccess.builder()
                                .endpointResourceId(TerraformText.literal(instance(one)))
                                .build())
                        .toList();
    }

    private String instance(String resourceId) {
        if (!Tokens.isIn(resourceId) && !INSTANCE.matcher(resourceId).matches()) {
            throw new ConstructException(
                    this,
                    "resource instance \"%s\" is not allowed: an Azure id such as /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Logic/workflows/*"
                            .formatted(resourceId));
        }
        return resourceId;
    }
}
