package io.terralake.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDatasetConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDatasetLinkedService;
import io.terralake.core.AzapiResource;
import io.terralake.core.Contract;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Datasets without an azurerm type of their own, or whose own type cannot be parameterized. */
final class DatasetResource {
    private DatasetResource() {}

    /**
     * Makes the resource of a dataset.
     *
     * @param type the dataset's type in the service, such as {@code Parquet}
     * @return the dataset's name, as a token
     */
    static String add(
            Construct dataset,
            String name,
            LinkedService linkedService,
            String type,
            ObjectNode typeProperties,
            Map<String, Parameter> parameters,
            @Nullable ArtifactNotes given) {
        ArtifactNotes notes = given == null ? ArtifactNotes.NONE : given;
        if (!isCarried(parameters)) {
            AzapiResource resource = json(dataset, name, linkedService, type, typeProperties, parameters, notes);
            resource.moveFromAzurerm("azurerm_data_factory_custom_dataset");
            return resource.resourceName();
        }
        return new DataFactoryCustomDataset(
                        dataset,
                        "Resource",
                        DataFactoryCustomDatasetConfig.builder()
                                .name(Literals.of(ArtifactName.claim(
                                        dataset, factoryOf(linkedService), ArtifactKind.DATASET, name)))
                                .dataFactoryId(factoryOf(linkedService).factoryId())
                                .linkedService(DataFactoryCustomDatasetLinkedService.builder()
                                        .name(Contract.ask(
                                                linkedService, "linkedServiceName", linkedService::linkedServiceName))
                                        .build())
                                .type(Literals.of(type))
                                .typePropertiesJson(Literals.of(typeProperties.toString()))
                                .parameters(defaults(parameters))
                                .description(notes.descriptionLiteral())
                                .annotations(notes.annotationLiterals())
                                .folder(Literals.of(notes.folder()))
                                .build())
                .getName();
    }

    static IDataFactory factoryOf(LinkedService linkedService) {
        return Contract.ask(linkedService, "factory", linkedService::factory);
    }

    /**
     * Makes the resource of a dataset by its JSON, whole.
     *
     * @return the dataset's name, as a token
     */
    static String addJson(
            Construct dataset,
            String name,
            LinkedService linkedService,
            String type,
            ObjectNode typeProperties,
            Map<String, Parameter> parameters,
            @Nullable ArtifactNotes notes) {
        return json(
                        dataset,
                        name,
                        linkedService,
                        type,
                        typeProperties,
                        parameters,
                        notes == null ? ArtifactNotes.NONE : notes)
                .resourceName();
    }

    /** azurerm has parameters of text only. */
    static boolean isCarried(Map<String, Parameter> parameters) {
        return parameters.values().stream().allMatch(parameter -> parameter.type() == Parameter.Type.STRING);
    }

    static AzapiResource json(
            Construct dataset,
            String name,
            LinkedService linkedService,
            String type,
            ObjectNode typeProperties,
            Map<String, Parameter> parameters,
            ArtifactNotes notes) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("type", type);
        notes.write(properties);
        properties.set(
                "linkedServiceName",
                LinkedServiceOptions.reference(
                        Contract.ask(linkedService, "linkedServiceName", linkedService::linkedServiceName),
                        "LinkedServiceReference"));
        parameters.forEach(
                (parameter, declared) -> properties.withObject("/parameters").set(parameter, declared.json()));
        properties.set("typeProperties", typeProperties);
        return ArtifactResource.add(
                dataset, factoryOf(linkedService), ArtifactKind.DATASET, "datasets", name, properties);
    }

    private static @Nullable Map<String, String> defaults(Map<String, Parameter> parameters) {
        Map<String, String> defaults = new TreeMap<>();
        parameters.forEach((name, parameter) -> {
            JsonNode value = parameter.defaultValue();
            defaults.put(name, value == null ? "" : value.asText());
        });
        return Literals.of(defaults);
    }
}
