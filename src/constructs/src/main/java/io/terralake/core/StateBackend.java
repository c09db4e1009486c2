package io.terralake.core;

import com.hashicorp.cdktf.AzurermBackend;
import com.hashicorp.cdktf.AzurermBackendConfig;
import com.hashicorp.cdktf.LocalBackend;
import com.hashicorp.cdktf.LocalBackendConfig;
import io.terralake.settings.BackendSettings;
import org.jspecify.annotations.Nullable;

/** Where a stack's Terraform state is kept. */
final class StateBackend {
    private StateBackend() {}

    static void configure(PlatformStack stack, @Nullable BackendSettings settings) {
        String stateFile = Tree.idOf(stack) + ".tfstate";
        if (settings == null) {
            new LocalBackend(
                    stack,
                    LocalBackendConfig.builder()
                            .path(stack.repository() + "terraform." + stateFile)
                            .build());
        } else {
            new AzurermBackend(
                    stack,
                    AzurermBackendConfig.builder()
                            .resourceGroupName(settings.resourceGroupName())
                            .storageAccountName(settings.storageAccountName())
                            .containerName(settings.containerName())
                            .subscriptionId(settings.subscriptionId())
                            .key(stateFile)
                            .useAzureadAuth(true)
                            .build());
        }
    }
}
