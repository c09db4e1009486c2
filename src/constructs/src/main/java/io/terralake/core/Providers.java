package io.terralake.core;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderConfig;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeaturesKeyVault;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeaturesResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeaturesStorage;
import com.hashicorp.cdktf.providers.time.provider.TimeProvider;
import io.terralake.settings.EnvironmentSettings;
import java.util.List;

/** The Terraform providers of a stack. */
final class Providers {
    private Providers() {}

    static void configure(TerraformStack stack, EnvironmentSettings settings) {
        new AzurermProvider(
                stack,
                "azurerm",
                AzurermProviderConfig.builder()
                        .features(List.of(features()))
                        // Null leaves it to ARM_SUBSCRIPTION_ID.
                        .subscriptionId(settings.subscriptionId())
                        // Shared keys are off on every storage account.
                        .storageUseAzuread(true)
                        .build());
        new TimeProvider(stack, "time");
    }

    private static AzurermProviderFeatures features() {
        return AzurermProviderFeatures.builder()
                .keyVault(List.of(AzurermProviderFeaturesKeyVault.builder()
                        .purgeSoftDeleteOnDestroy(false)
                        .recoverSoftDeletedKeyVaults(true)
                        .build()))
                .resourceGroup(List.of(AzurermProviderFeaturesResourceGroup.builder()
                        .preventDeletionIfContainsResources(true)
                        .build()))
                // A machine outside the network can still plan: accounts are read by the management plane alone.
                .storage(List.of(AzurermProviderFeaturesStorage.builder()
                        .dataPlaneAvailable(false)
                        .build()))
                .build();
    }
}
