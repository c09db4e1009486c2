package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_data_lake_storage_gen2.DataFactoryLinkedServiceDataLakeStorageGen2;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_service_data_lake_storage_gen2.DataFactoryLinkedServiceDataLakeStorageGen2Config;
import io.terralake.core.AzapiResource;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import software.constructs.Construct;

/** A factory's connection to a data lake. The factory needs grants on the zones that it works in. */
public final class DataLakeLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    public DataLakeLinkedService(Construct scope, String id, DataLakeLinkedServiceProps props) {
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

    private String byFactory(DataLakeLinkedServiceProps props, LinkedServiceOptions options) {
        return new DataFactoryLinkedServiceDataLakeStorageGen2(
                        this,
                        "Resource",
                        DataFactoryLinkedServiceDataLakeStorageGen2Config.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.LINKED_SERVICE, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .integrationRuntimeName(options.runtimeName())
                                .description(options.notes().descriptionLiteral())
                                .annotations(options.notes().annotationLiterals())
                                .useManagedIdentity(true)
                                .url(Literals.of("https://" + props.lake().dfsHost()))
                                .build())
                .getName();
    }

    /** azurerm's resource knows no credentials. */
    private String byCredential(DataLakeLinkedServiceProps props, LinkedServiceOptions options) {
        AzapiResource resource = LinkedServiceResource.addJson(
                this,
                factory,
                props.name(),
                "AzureBlobFS",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("url", "https://" + props.lake().dfsHost()),
                options);
        resource.moveFromAzurerm("azurerm_data_factory_linked_service_data_lake_storage_gen2");
        return resource.resourceName();
    }
}
