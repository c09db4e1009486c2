package io.terralake.factory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.PlatformStack;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArtifactNameTests {
    private static final String ID =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers"
                    + "/Microsoft.DataFactory/factories/adf-hub";

    private final PlatformStack stack = Stacks.publicStack();
    private final IDataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());

    @Test
    void linkedServicesAndDatasetsHaveNoDashes() {
        assertThatThrownBy(() -> service("Dash", factory, "ls-sql-loans"))
                .hasMessage(
                        "linked service name \"ls-sql-loans\" (12 characters) is not allowed: 1 to 260 characters, a letter,"
                                + " digit or '_' first, no control character and none of .+?/<>*%&:\\#- (at test-stack/Dash)");
        CustomLinkedService service = service("Service", factory, "Shop");
        assertThatThrownBy(() -> dataset("Dataset", service, "ds-loans"))
                .hasMessage(
                        "dataset name \"ds-loans\" (8 characters) is not allowed: 1 to 260 characters, a letter, digit or"
                                + " '_' first, no control character and none of .+?/<>*%&:\\#- (at test-stack/Dataset)");
    }

    @Test
    void pipelinesHaveThem() {
        pipeline("Dashes", factory, "copy-loans daily");
        assertThatThrownBy(() -> pipeline("Slash", factory, "copy/loans"))
                .hasMessage(
                        "pipeline name \"copy/loans\" (10 characters) is not allowed: 1 to 260 characters, a letter, digit"
                                + " or '_' first, no control character and none of .+?/<>*%&:\\# (at test-stack/Slash)");
        pipeline("Long", factory, "p".repeat(260));
        assertThatThrownBy(() -> pipeline("TooLong", factory, "p".repeat(261)))
                .hasMessageContaining("(261 characters) is not allowed: 1 to 260 characters");
        assertThatThrownBy(() -> pipeline("Line", factory, "a\nb")).hasMessageContaining("no control character");
    }

    @Test
    void twoOfAKindHaveDifferentNames() {
        CustomLinkedService service = service("Service", factory, "Shop");
        assertThatThrownBy(() -> service("Other", factory, "SHOP"))
                .hasMessage(
                        "linked service name \"SHOP\" is taken by test-stack/Service: names are unique in a factory,"
                                + " whatever their case (at test-stack/Other)");
        dataset("Shop", service, "Shop");
        assertThatThrownBy(() -> dataset("Shop2", service, "shop"))
                .hasMessageStartingWith("dataset name \"shop\" is taken by test-stack/Shop: ");
        pipeline("ShopPipeline", factory, "Shop");
        assertThatThrownBy(() -> pipeline("ShopPipeline2", factory, "shop"))
                .hasMessageStartingWith("pipeline name \"shop\" is taken by test-stack/ShopPipeline: ");
    }

    @Test
    void twoFactoriesHaveNamesOfTheirOwn() {
        service("Service", factory, "Shop");
        IDataFactory imported = DataFactory.fromFactoryId(stack, "Imported", ID);
        service("Elsewhere", imported, "Shop");
        IDataFactory again = DataFactory.fromFactoryId(stack, "Again", ID);
        assertThatThrownBy(() -> service("Twice", again, "shop"))
                .hasMessageStartingWith("linked service name \"shop\" is taken by test-stack/Elsewhere: ");
    }

    @Test
    void runtimesOfOthersAreNamedAsAzureNamesThem() {
        assertThatThrownBy(() -> DataFactory.fromFactoryId(stack, "Imported", ID, "my_runtime"))
                .hasMessage(
                        "integration runtime name \"my_runtime\" (10 characters) is not allowed: 3 to 63 characters, letters,"
                                + " digits and single hyphens inside (at test-stack/Imported)");
    }

    private CustomLinkedService service(String id, IDataFactory in, String name) {
        return new CustomLinkedService(
                stack,
                id,
                CustomLinkedServiceProps.builder()
                        .factory(in)
                        .name(name)
                        .type("HttpServer")
                        .typeProperties(JsonNodeFactory.instance.objectNode())
                        .build());
    }

    private void dataset(String id, LinkedService service, String name) {
        new CustomDataset(
                stack,
                id,
                CustomDatasetProps.builder()
                        .name(name)
                        .linkedService(service)
                        .type("HttpFile")
                        .typeProperties(JsonNodeFactory.instance.objectNode())
                        .build());
    }

    private void pipeline(String id, IDataFactory in, String name) {
        new Pipeline(
                stack,
                id,
                PipelineProps.builder()
                        .factory(in)
                        .name(name)
                        .activities(List.of())
                        .build());
    }
}
