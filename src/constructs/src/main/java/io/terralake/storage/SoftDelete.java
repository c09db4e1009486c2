package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountBlobProperties;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountBlobPropertiesContainerDeleteRetentionPolicy;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountBlobPropertiesDeleteRetentionPolicy;

/** How long what was deleted in a storage account can be recovered. */
public final class SoftDelete {
    /** Unless somebody says otherwise. */
    public static final int DEFAULT_DAYS = 7;

    private SoftDelete() {}

    /** @param days those of blobs and containers, 1 to 365 */
    public static StorageAccountBlobProperties days(int days) {
        return StorageAccountBlobProperties.builder()
                .deleteRetentionPolicy(StorageAccountBlobPropertiesDeleteRetentionPolicy.builder()
                        .days(days)
                        .build())
                .containerDeleteRetentionPolicy(StorageAccountBlobPropertiesContainerDeleteRetentionPolicy.builder()
                        .days(days)
                        .build())
                .build();
    }
}
