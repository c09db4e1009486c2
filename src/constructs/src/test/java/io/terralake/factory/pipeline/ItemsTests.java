package io.terralake.factory.pipeline;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.factory.CosmosDbDataset;
import io.terralake.factory.CosmosDbDatasetProps;
import io.terralake.factory.CosmosDbLinkedService;
import io.terralake.factory.CosmosDbLinkedServiceProps;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.FileDataset;
import io.terralake.factory.FileDatasetProps;
import io.terralake.factory.FileFormat;
import io.terralake.factory.Parameter;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that, where there are some, become items of a Cosmos DB container and are deleted. */
class ItemsTests extends PipelineFixture {
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());
    private final FileDataset changes = changes();
    private final CosmosDbDataset items = items();

    @Test
    void isADatasetOfAContainer() {
        pipeline(List.of(copy()));
        assertThat(stack).hasResource("azurerm_data_factory_custom_dataset", """
                {
                  name: 'Cars',
                  type: 'CosmosDbSqlApiCollection',
                  linked_service: {name: textLike('${azurerm_data_factory_linked_custom_service.*.name}')},
                  type_properties_json: serializedJson({collectionName: 'cars${x}'}),
                }
                """.replace("${x}", "$${x}"));
    }

    @Test
    void upsertsItemsOfFilesByName() {
        pipeline(List.of(copy()));
        isWritten("""
                {
                  type: 'Copy',
                  typeProperties: {
                    source: {
                      type: 'JsonSource',
                      storeSettings: {type: 'AzureBlobFSReadSettings', recursive: true, wildcardFileName: 'part-?.json'},
                    },
                    sink: {type: 'CosmosDbSqlApiSink', writeBehavior: 'upsert'},
                  },
                  outputs: [{referenceName: textLike('${azurerm_data_factory_custom_dataset.*.name}')}],
                }
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/*.json", "@{1}.json", "a\\b"})
    void refusesPatternsOfOtherThanNames(String names) {
        assertThatThrownBy(() -> Source.files(changes, Map.of(), names))
                .hasMessage(
                        "pattern \"%s\" is not allowed: one of names such as *.json, without folders".formatted(names));
    }

    @Test
    void asksWhetherFilesAreThere() {
        GetMetadata look = GetMetadata.builder()
                .name("Look")
                .dataset(new DatasetReference(changes, Map.of()))
                .fields(List.of("exists", "childItems"))
                .build();
        pipeline(List.of(look));
        isWritten("""
                {
                  name: 'Look',
                  type: 'GetMetadata',
                  typeProperties: {
                    dataset: {type: 'DatasetReference', referenceName: textLike('${azurerm_data_factory_custom_dataset.*.name}')},
                    fieldList: ['exists', 'childItems'],
                    storeSettings: {type: 'AzureBlobFSReadSettings', recursive: true, enablePartitionDiscovery: false},
                  },
                  policy: {timeout: anyValue},
                }
                """);
    }

    @Test
    void asksATableForItsColumns() {
        pipeline(List.of(GetMetadata.builder()
                .name("Look")
                .dataset(DatasetReference.to(tables))
                .fields(List.of("columnCount"))
                .build()));
        isWritten("{type: 'GetMetadata', typeProperties: {fieldList: ['columnCount'], storeSettings: absent}}");
    }

    @Test
    void refusesFieldsThatThereAreNot() {
        String known =
                "[childItems, columnCount, contentMD5, created, exists, itemName, itemType, lastModified, size, structure]";
        for (List<String> fields : List.of(List.<String>of(), List.of("exist"), List.of("size", "size"))) {
            assertThatThrownBy(() -> GetMetadata.builder()
                            .name("Look")
                            .dataset(DatasetReference.to(tables))
                            .fields(fields)
                            .build())
                    .hasMessage("fields %s are not allowed: each once, at least one of %s".formatted(fields, known));
        }
    }

    @Test
    void deletesAFolder() {
        pipeline(List.of(Delete.builder().name("Clear").files(changes).build()));
        isWritten("""
                {
                  name: 'Clear',
                  type: 'Delete',
                  typeProperties: {
                    dataset: {type: 'DatasetReference', referenceName: textLike('${azurerm_data_factory_custom_dataset.*.name}')},
                    enableLogging: false,
                    storeSettings: {type: 'AzureBlobFSReadSettings', recursive: true},
                  },
                  policy: {timeout: anyValue},
                }
                """);
    }

    @Test
    void setsTheParametersOfWhatItDeletes() {
        FileDataset daily = files("Daily", "cars/@{dataset().day}", Map.of("day", Parameter.string()));
        refuses(
                List.of(Delete.builder().name("Clear").files(daily).build()),
                "activity \"Clear\": the parameter \"day\" of dataset \"Daily\" is not set");
    }

    private Copy copy() {
        return Copy.builder()
                .name("Store")
                .source(Source.files(changes, Map.of(), "part-?.json"))
                .sink(Sink.items(items))
                .build();
    }

    private FileDataset changes() {
        lake.addZone("silver", ZoneProps.builder().build());
        return files("Changes", "cars/changes", Map.of());
    }

    private FileDataset files(String name, String folder, Map<String, Parameter> parameters) {
        DataLakeLinkedService link = new DataLakeLinkedService(
                stack,
                "Link" + name,
                DataLakeLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Lake" + name)
                        .lake(lake)
                        .build());
        return new FileDataset(
                stack,
                name,
                FileDatasetProps.builder()
                        .name(name)
                        .lake(link)
                        .zone(lake.zone("silver"))
                        .format(new FileFormat.Json())
                        .folder(folder)
                        .parameters(parameters)
                        .build());
    }

    private CosmosDbDataset items() {
        CosmosDbLinkedService database = new CosmosDbLinkedService(
                stack,
                "Cosmos",
                CosmosDbLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Cosmos")
                        .accountId(PlatformTeam.id("Microsoft.DocumentDB/databaseAccounts/cosmos"))
                        .endpoint("https://cosmos.documents.azure.com:443/")
                        .database("cars")
                        .build());
        return new CosmosDbDataset(
                stack,
                "Cars",
                CosmosDbDatasetProps.builder()
                        .name("Cars")
                        .database(database)
                        .container("cars${x}")
                        .build());
    }
}
