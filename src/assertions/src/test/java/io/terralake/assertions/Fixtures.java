package io.terralake.assertions;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.LocalBackendConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderConfig;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccountConfig;
import java.nio.file.Path;
import java.util.List;
import software.constructs.Construct;

/** Small apps to make assertions on. */
final class Fixtures {
    private Fixtures() {}

    static App app(Path outdir) {
        return new App(AppConfig.builder().outdir(outdir.toString()).build());
    }

    static TerraformStack stack(App app, String id) {
        TerraformStack stack = new TerraformStack(app, id);
        new LocalBackend(stack, LocalBackendConfig.builder().path("state").build());
        new AzurermProvider(
                stack,
                "azurerm",
                AzurermProviderConfig.builder()
                        .features(List.of(AzurermProviderFeatures.builder().build()))
                        .storageUseAzuread(true)
                        .build());
        return stack;
    }

    static ResourceGroup group(Construct scope, String id, String name) {
        return new ResourceGroup(
                scope,
                id,
                ResourceGroupConfig.builder().name(name).location("westeurope").build());
    }

    static StorageAccount account(Construct scope, String id, String name) {
        return new StorageAccount(
                scope,
                id,
                StorageAccountConfig.builder()
                        .name(name)
                        .resourceGroupName("g")
                        .location("westeurope")
                        .accountTier("Standard")
                        .accountReplicationType("LRS")
                        .build());
    }
}
