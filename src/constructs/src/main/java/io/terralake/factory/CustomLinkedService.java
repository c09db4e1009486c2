package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceIntegrationRuntime;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** Linked services whose own azurerm type knows keys only. */
abstract sealed class CustomLinkedService extends LinkedService
        permits CosmosDbLinkedService, DatabricksLinkedService, FunctionLinkedService {
    private final String linkedServiceName;

    /** @param type the connector's name in the service, such as {@code AzureDatabricks} */
    CustomLinkedService(
            Construct scope,
            String id,
            DataFactory factory,
            String name,
            String type,
            Map<String, String> typeProperties) {
        super(scope, id, factory);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(typeProperties).forEach(json::put);
        this.linkedServiceName = new DataFactoryLinkedCustomService(
                        this,
                        "Resource",
                        DataFactoryLinkedCustomServiceConfig.builder()
                                .name(checked(name))
                                .dataFactoryId(factory.factoryId())
                                .type(type)
                                .typePropertiesJson(json.toString())
                                .integrationRuntime(DataFactoryLinkedCustomServiceIntegrationRuntime.builder()
                                        .name(factory.runtimeName())
                                        .build())
                                .build())
                .getName();
    }

    @Override
    public final String linkedServiceName() {
        return linkedServiceName;
    }
}
