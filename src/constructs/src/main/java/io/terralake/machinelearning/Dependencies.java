package io.terralake.machinelearning;

import io.terralake.containerregistry.ContainerRegistry;
import io.terralake.containerregistry.ContainerRegistryProps;
import io.terralake.containerregistry.IContainerRegistry;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.keyvault.IKeyVault;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogSink;
import io.terralake.storage.IDataLake;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.StorageAccount;
import io.terralake.storage.StorageAccountProps;
import java.util.Objects;

/** What a workspace stands on: what its properties name, and else what is made for it, below it. */
final class Dependencies {
    private final MachineLearningWorkspace workspace;
    private final IKeyVault vault;
    private final IApplicationInsights insights;
    private final IStorageAccount storage;
    private final IContainerRegistry registry;

    Dependencies(MachineLearningWorkspace workspace, MachineLearningWorkspaceProps props) {
        this.workspace = workspace;
        if (props.storage() instanceof IDataLake) {
            throw new ConstructException(
                    workspace, "a workspace cannot keep its own things in a data lake: give it a StorageAccount");
        }
        this.vault = Objects.requireNonNullElseGet(props.vault(), () -> vault(props));
        this.insights = Objects.requireNonNullElseGet(
                props.insights(), () -> IApplicationInsights.of(workspace).orElseGet(() -> insights(props)));
        this.storage = Objects.requireNonNullElseGet(props.storage(), () -> storage(props));
        this.registry = Objects.requireNonNullElseGet(props.registry(), () -> registry(props));
    }

    IKeyVault vault() {
        return vault;
    }

    IStorageAccount storage() {
        return storage;
    }

    IContainerRegistry registry() {
        return registry;
    }

    String vaultId() {
        return Contract.ask(workspace, vault, "vaultId", vault::vaultId);
    }

    String insightsId() {
        return Contract.ask(workspace, insights, "resourceId", insights::resourceId);
    }

    String storageId() {
        return Contract.ask(workspace, storage, "accountId", storage::accountId);
    }

    String registryId() {
        return Contract.ask(workspace, registry, "registryId", registry::registryId);
    }

    /** Private endpoints connect a premium registry only; of an imported one nobody knows. */
    boolean registryTakesEndpoints() {
        return !(registry instanceof ContainerRegistry made) || made.isPremium();
    }

    private IKeyVault vault(MachineLearningWorkspaceProps props) {
        return new KeyVault(
                workspace,
                "Vault",
                KeyVaultProps.builder()
                        .purpose(props.purpose())
                        .removalPolicy(props.removalPolicy())
                        .build());
    }

    private IApplicationInsights insights(MachineLearningWorkspaceProps props) {
        LogSink logs = LogSink.of(workspace)
                .orElseThrow(
                        () -> new ConstructException(
                                workspace,
                                "there is nowhere to send telemetry: give insights, or let the stack share IApplicationInsights or a LogSink first"));
        return new ApplicationInsights(
                workspace,
                "Insights",
                ApplicationInsightsProps.builder()
                        .logs(logs)
                        .purpose(props.purpose())
                        .build());
    }

    private IStorageAccount storage(MachineLearningWorkspaceProps props) {
        return new StorageAccount(
                workspace,
                "Storage",
                StorageAccountProps.builder()
                        .purpose(props.purpose())
                        .encryption(props.encryption())
                        .removalPolicy(props.removalPolicy())
                        .build());
    }

    private IContainerRegistry registry(MachineLearningWorkspaceProps props) {
        return new ContainerRegistry(
                workspace,
                "Registry",
                ContainerRegistryProps.builder()
                        .purpose(props.purpose())
                        .removalPolicy(props.removalPolicy())
                        .build());
    }
}
