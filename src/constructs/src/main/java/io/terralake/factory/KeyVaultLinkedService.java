package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_key_vault.DataFactoryLinkedServiceKeyVault;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_key_vault.DataFactoryLinkedServiceKeyVaultConfig;
import io.terralake.core.AzapiResource;
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
        LinkedServiceOptions options =
                LinkedServiceOptions.of(this, factory, props.runtime(), props.credential(), props.notes());
        this.linkedServiceName =
                options.credentialName() == null ? byFactory(props, options) : byCredential(props, options);
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }

    private String byFactory(KeyVaultLinkedServiceProps props, LinkedServiceOptions options) {
        return new DataFactoryLinkedServiceKeyVault(
                        this,
                        "Resource",
                        DataFactoryLinkedServiceKeyVaultConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.LINKED_SERVICE, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .integrationRuntimeName(options.runtimeName())
                                .description(options.notes().descriptionLiteral())
                                .annotations(options.notes().annotationLiterals())
                                .keyVaultId(props.vault().vaultId())
                                .build())
                .getName();
    }

    /** azurerm's resource knows no credentials. */
    private String byCredential(KeyVaultLinkedServiceProps props, LinkedServiceOptions options) {
        AzapiResource resource = LinkedServiceResource.addJson(
                this,
                factory,
                props.name(),
                "AzureKeyVault",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("baseUrl", props.vault().vaultUri()),
                options);
        resource.moveFromAzurerm("azurerm_data_factory_linked_service_key_vault");
        return resource.resourceName();
    }
}
