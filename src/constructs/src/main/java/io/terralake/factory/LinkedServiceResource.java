package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceIntegrationRuntime;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** Linked services without an azurerm type of their own, or whose own type knows keys only. */
final class LinkedServiceResource {
    private LinkedServiceResource() {}

    /**
     * Makes the resource of a linked service.
     *
     * @param type the connector's name in the service, such as {@code AzureDatabricks}
     * @return the linked service's name, as a token
     */
    static String add(
            Construct linkedService, IDataFactory factory, String name, String type, ObjectNode typeProperties) {
        return new DataFactoryLinkedCustomService(
                        linkedService,
                        "Resource",
                        DataFactoryLinkedCustomServiceConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(linkedService, factory, ArtifactKind.LINKED_SERVICE, name)))
                                .dataFactoryId(factory.factoryId())
                                .type(Literals.of(type))
                                .typePropertiesJson(Literals.of(typeProperties.toString()))
                                .integrationRuntime(DataFactoryLinkedCustomServiceIntegrationRuntime.builder()
                                        .name(factory.runtimeName())
                                        .build())
                                .build())
                .getName();
    }

    static ObjectNode json(Map<String, String> typeProperties) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(typeProperties).forEach(json::put);
        return json;
    }
}
