package io.terralake.factory;

import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_key_vault.DataFactoryLinkedServiceKeyVault;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_key_vault.DataFactoryLinkedServiceKeyVaultConfig;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** A factory's connection to a Key Vault. The factory needs {@link io.terralake.keyvault.IKeyVault#grantRead}. */
public final class KeyVaultLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    public KeyVaultLinkedService(Construct scope, String id, KeyVaultLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        this.linkedServiceName = new DataFactoryLinkedServiceKeyVault(
                        this,
                        "Resource",
                        DataFactoryLinkedServiceKeyVaultConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.LINKED_SERVICE, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .integrationRuntimeName(factory.runtimeName())
                                .keyVaultId(props.vault().vaultId())
                                .build())
                .getName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
