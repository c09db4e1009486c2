package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_key_vault.DataFactoryLinkedServiceKeyVault;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_key_vault.DataFactoryLinkedServiceKeyVaultConfig;
import io.terralake.keyvault.KeyVault;
import software.constructs.Construct;

/** A factory's connection to a Key Vault. The factory needs {@link KeyVault#grantRead}. */
public final class KeyVaultLinkedService extends LinkedService {
    private final String linkedServiceName;

    /** @param name the name in the factory */
    public KeyVaultLinkedService(Construct scope, String id, DataFactory factory, String name, KeyVault vault) {
        super(scope, id, factory);
        this.linkedServiceName = new DataFactoryLinkedServiceKeyVault(
                        this,
                        "Resource",
                        DataFactoryLinkedServiceKeyVaultConfig.builder()
                                .name(checked(name))
                                .dataFactoryId(factory.factoryId())
                                .integrationRuntimeName(factory.runtimeName())
                                .keyVaultId(vault.vaultId())
                                .build())
                .getName();
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
