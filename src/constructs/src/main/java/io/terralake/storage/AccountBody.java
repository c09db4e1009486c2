package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountConfig;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountCustomerManagedKey;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountIdentity;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountNetworkRules;
import io.terralake.azure.TagRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.network.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * What every storage account of the library is: one without shared keys, whose firewall denies by default and whose deleted data can be
 * recovered.
 */
public final class AccountBody {
    private AccountBody() {}

    /**
     * The account of a construct, where that stands.
     *
     * @param softDeleteDays how long deleted blobs and containers can be recovered, 1 to 365 days
     * @param key what data is encrypted with; null for a key of Microsoft's
     * @throws ConstructException when the region has not what the replication needs
     */
    public static StorageAccountConfig.Builder of(
            Construct construct,
            String name,
            Replication replication,
            int softDeleteDays,
            @Nullable IEncryptionKey key) {
        PlatformStack stack = PlatformStack.of(construct);
        Placement place = Placement.of(construct);
        Network network = Network.of(construct);
        replication.problem(place.region()).ifPresent(problem -> {
            throw new ConstructException(construct, problem);
        });
        return new StorageAccountConfig.Builder()
                .name(name)
                .resourceGroupName(place.resourceGroupName())
                .location(place.location())
                .accountKind("StorageV2")
                .accountTier("Standard")
                .accountReplicationType(replication.name())
                .sharedAccessKeyEnabled(false)
                .defaultToOauthAuthentication(true)
                .localUserEnabled(false)
                .allowNestedItemsToBePublic(false)
                .crossTenantReplicationEnabled(false)
                // Nobody copies in from an account of another tenant.
                .allowedCopyScope("AAD")
                .httpsTrafficOnlyEnabled(true)
                .minTlsVersion("TLS1_2")
                .publicNetworkAccessEnabled(network.publicAccess())
                .networkRules(firewall(network).build())
                .blobProperties(SoftDelete.days(softDeleteDays))
                .identity(key == null ? null : identity(key))
                .customerManagedKey(key == null ? null : customerManagedKey(key))
                .tags(stack.tagsOf(construct, TagRule.STORAGE_ACCOUNT));
    }

    static StorageAccountNetworkRules.Builder firewall(Network network) {
        return StorageAccountNetworkRules.builder()
                .defaultAction("Deny")
                .bypass(List.of("AzureServices"))
                .ipRules(network.allowedIpRanges())
                .virtualNetworkSubnetIds(network.allowedSubnetIds());
    }

    private static StorageAccountIdentity identity(IEncryptionKey key) {
        return StorageAccountIdentity.builder()
                .type("UserAssigned")
                .identityIds(List.of(key.identityId()))
                .build();
    }

    private static StorageAccountCustomerManagedKey customerManagedKey(IEncryptionKey key) {
        return StorageAccountCustomerManagedKey.builder()
                .keyVaultKeyId(key.keyUri())
                .userAssignedIdentityId(key.identityId())
                .build();
    }
}
