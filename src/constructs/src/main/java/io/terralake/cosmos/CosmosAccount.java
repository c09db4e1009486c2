package io.terralake.cosmos;

import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccount;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountBackup;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountCapabilities;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountConfig;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountConsistencyPolicy;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountGeoLocation;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountIdentity;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_account.CosmosdbAccountVirtualNetworkRule;
import io.terralake.azure.NamingRule;
import io.terralake.azure.Region;
import io.terralake.core.ConstructException;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * An account for NoSQL in one region, with session consistency and continuous backup. Keys are off: who reads and writes is an Entra
 * identity with one of Cosmos DB's own roles. Its firewall denies by default.
 */
public final class CosmosAccount extends AbstractCosmosAccount {
    private static final NamingRule NAMING = NamingRule.of(
            "cosmos db account",
            "cosmos",
            3,
            44,
            "[a-z0-9]([a-z0-9-]*[a-z0-9])?",
            "lower-case letters, digits and hyphens inside");

    /** All logs would hold a line for each request. */
    private static final LogProfile LOGS = new LogProfile("", List.of("audit"), List.of()).inTablesOfItsOwn();

    private final String accountId;
    private final String accountName;
    private final String resourceGroupName;
    private final CapacityMode capacityMode;

    /** @throws ConstructException when the name is not allowed, or the region has no zones and the account wants them */
    public CosmosAccount(Construct scope, String id, CosmosAccountProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(stack);
        String name = stack.nameOf(this, NAMING, props.name());
        this.capacityMode = Objects.requireNonNull(props.capacityMode());
        boolean zones = Objects.requireNonNull(props.zoneRedundant());
        checkZones(place.region(), zones);
        IEncryptionKey key = props.encryption();
        List<String> ranges = network.allowedIpRanges();
        List<String> subnets = network.allowedSubnetIds();
        CosmosdbAccount resource = new CosmosdbAccount(
                this,
                "Resource",
                CosmosdbAccountConfig.builder()
                        .name(name)
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .kind("GlobalDocumentDB")
                        .offerType("Standard")
                        .capabilities(capabilities())
                        .consistencyPolicy(CosmosdbAccountConsistencyPolicy.builder()
                                .consistencyLevel("Session")
                                .build())
                        .geoLocation(List.of(CosmosdbAccountGeoLocation.builder()
                                .location(place.location())
                                .failoverPriority(0)
                                .zoneRedundant(zones)
                                .build()))
                        .backup(CosmosdbAccountBackup.builder()
                                .type("Continuous")
                                .tier(Objects.requireNonNull(props.backup()).azureName())
                                .build())
                        .localAuthenticationDisabled(true)
                        .accessKeyMetadataWritesEnabled(false)
                        .minimalTlsVersion("Tls12")
                        // Without a rule the firewall lets everybody in.
                        .publicNetworkAccessEnabled(network.publicAccess() && !(ranges.isEmpty() && subnets.isEmpty()))
                        .ipRangeFilter(ranges)
                        .isVirtualNetworkFilterEnabled(!subnets.isEmpty())
                        .virtualNetworkRule(subnets.stream()
                                .map(subnet -> CosmosdbAccountVirtualNetworkRule.builder()
                                        .id(subnet)
                                        // A subnet of other services' machines stays outside, which is no reason to
                                        // fail.
                                        .ignoreMissingVnetServiceEndpoint(true)
                                        .build())
                                .toList())
                        .identity(key == null ? null : identity(key))
                        .defaultIdentityType(key == null ? null : "UserAssignedIdentity=" + key.identityId())
                        .keyVaultKeyId(key == null ? null : key.keyUri())
                        .tags(stack.tags())
                        .build());
        if (key != null) {
            key.applyBefore(resource);
        }
        this.accountId = resource.getId();
        this.accountName = resource.getName();
        this.resourceGroupName = resource.getResourceGroupName();
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, LOGS);
        network.connect(this, accountId, name, CosmosPrivateLink.SQL);
    }

    /**
     * An existing account.
     *
     * @throws ConstructException when the id is not that of an account
     */
    public static ICosmosAccount fromAccountId(Construct scope, String id, String accountId) {
        return new ImportedCosmosAccount(scope, id, accountId);
    }

    @Override
    public String accountId() {
        return accountId;
    }

    @Override
    public String accountName() {
        return accountName;
    }

    @Override
    public String accountResourceGroupName() {
        return resourceGroupName;
    }

    /** Share of requests that the account could serve, in percent. */
    public Metric metricAvailability() {
        return new Metric(
                "Microsoft.DocumentDB/databaseAccounts", "ServiceAvailability", Aggregation.AVERAGE, accountId);
    }

    CapacityMode capacityMode() {
        return capacityMode;
    }

    private @Nullable List<CosmosdbAccountCapabilities> capabilities() {
        return capacityMode == CapacityMode.SERVERLESS
                ? List.of(CosmosdbAccountCapabilities.builder()
                        .name("EnableServerless")
                        .build())
                : null;
    }

    private static CosmosdbAccountIdentity identity(IEncryptionKey key) {
        return CosmosdbAccountIdentity.builder()
                .type("UserAssigned")
                .identityIds(List.of(key.identityId()))
                .build();
    }

    private void checkZones(Region region, boolean wanted) {
        if (wanted && !region.hasZones()) {
            throw new ConstructException(
                    this,
                    "a zone-redundant account is not possible: %s has no availability zones"
                            .formatted(region.displayName()));
        }
    }
}
