package io.terralake.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDataset;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDatasetConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_custom_dataset.DataFactoryCustomDatasetLinkedService;
import io.terralake.core.ConstructException;
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
            Map<String, Parameter> parameters) {
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
                                .parameters(defaults(dataset, parameters))
                                .build())
                .getName();
    }

    static IDataFactory factoryOf(LinkedService linkedService) {
        return Contract.ask(linkedService, "factory", linkedService::factory);
    }

    private static @Nullable Map<String, String> defaults(Construct dataset, Map<String, Parameter> parameters) {
        Map<String, String> defaults = new TreeMap<>();
        parameters.forEach((name, parameter) -> {
            if (parameter.type() != Parameter.Type.STRING) {
                throw new ConstructException(
                        dataset,
                        "the parameter \"%s\" is of type %s: those of datasets are of type String"
                                .formatted(name, parameter.type().azureName()));
            }
            JsonNode value = parameter.defaultValue();
            defaults.put(name, value == null ? "" : value.asText());
        });
        return Literals.of(defaults);
    }
}
