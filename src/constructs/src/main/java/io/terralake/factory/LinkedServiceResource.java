package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomService;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_linked_custom_service.DataFactoryLinkedCustomServiceIntegrationRuntime;
import io.terralake.core.AzapiResource;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** Linked services without an azurerm type of their own, or whose own type knows keys only. */
final class LinkedServiceResource {
    private LinkedServiceResource() {}

    /** As {@link #add(Construct, IDataFactory, String, String, ObjectNode, LinkedServiceOptions)}, as the factory and through its network. */
    static String add(
            Construct linkedService, IDataFactory factory, String name, String type, ObjectNode typeProperties) {
        return add(
                linkedService,
                factory,
                name,
                type,
                typeProperties,
                new LinkedServiceOptions(factory.runtimeName(), null, ArtifactNotes.NONE));
    }

    /**
     * Makes the resource of a linked service.
     *
     * @param type the connector's name in the service, such as {@code AzureDatabricks}
     * @return the linked service's name, as a token
     */
    static String add(
            Construct linkedService,
            IDataFactory factory,
            String name,
            String type,
            ObjectNode typeProperties,
            LinkedServiceOptions options) {
        ArtifactNotes notes = options.notes();
        return new DataFactoryLinkedCustomService(
                        linkedService,
                        "Resource",
                        DataFactoryLinkedCustomServiceConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(linkedService, factory, ArtifactKind.LINKED_SERVICE, name)))
                                .dataFactoryId(factory.factoryId())
                                .type(Literals.of(type))
                                .typePropertiesJson(
                                        Literals.of(options.into(typeProperties).toString()))
                                .description(notes.descriptionLiteral())
                                .annotations(notes.annotationLiterals())
                                .integrationRuntime(DataFactoryLinkedCustomServiceIntegrationRuntime.builder()
                                        .name(options.runtimeName())
                                        .build())
                                .build())
                .getName();
    }

    /**
     * Makes the resource of a linked service by its JSON, whole.
     *
     * @param type as that of {@link #add}
     */
    static AzapiResource addJson(
            Construct linkedService,
            IDataFactory factory,
            String name,
            String type,
            ObjectNode typeProperties,
            LinkedServiceOptions options) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("type", type);
        options.notes().write(properties);
        properties.set(
                "connectVia", LinkedServiceOptions.reference(options.runtimeName(), "IntegrationRuntimeReference"));
        properties.set("typeProperties", options.into(typeProperties));
        return ArtifactResource.add(
                linkedService, factory, ArtifactKind.LINKED_SERVICE, "linkedservices", name, properties);
    }

    static ObjectNode json(Map<String, String> typeProperties) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(typeProperties).forEach(json::put);
        return json;
    }
}
