package io.terralake.factory.content;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.factory.CustomLinkedService;
import io.terralake.factory.CustomLinkedServiceProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.pipeline.ExecutePipeline;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.testing.Stacks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactoryContentTests {
    private static final Path SHOP = Path.of("src/test/resources/factory/shop");

    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());

    @Test
    void makesEverythingByItsJsonInTheOrderOfItsReferences() {
        content(FactoryContentProps.builder());
        assertThat(stack).hasResource("azapi_resource", """
                {type: "Microsoft.DataFactory/factories/pipelines@2018-06-01", name: "LoadOrders",
                 schema_validation_enabled: false, ignore_casing: true,
                 depends_on: [matching("azapi_resource.Shop_dataset-OrderTable_.*"),
                   matching("azapi_resource.Shop_dataset-OrderFiles_.*"), matching("azapi_resource.Shop_data-flow-CleanOrders_.*")],
                 body: {properties: {parameters: {day: {type: "string"}}, lastPublishTime: absent()}}}
                """);
    }

    @Test
    void startsTriggersByAzurerm() {
        content(FactoryContentProps.builder());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_schedule", """
                {name: "Every night", activated: true, frequency: "Day", interval: 1, start_time: "2026-01-01T01:00:00Z",
                 time_zone: "W. Europe Standard Time", schedule: [{hours: [1], minutes: [30]}],
                 pipeline: [{name: "Every shop", parameters: {days: "[{\\"date\\":\\"2026-01-01\\"}]"}}]}
                """);
    }

    @Test
    void letsAConstructStandForALinkedService() {
        CustomLinkedService lake = new CustomLinkedService(
                stack,
                "Lake",
                CustomLinkedServiceProps.builder()
                        .factory(factory)
                        .name("OurLake")
                        .type("AzureBlobFS")
                        .typeProperties(JsonNodeFactory.instance.objectNode().put("url", "https://ours"))
                        .build());
        FactoryContent content = content(FactoryContentProps.builder()
                .linkedServices(Map.of("lake", lake))
                .integrationRuntimes(Map.of("OfficeMachines", "managed-network")));
        assertThat(stack).hasResource("azapi_resource", """
                {name: "OrderFiles", body: {properties: {linkedServiceName: {
                  referenceName: matching("[$][{]azurerm_data_factory_linked_custom_service.Lake_.*[.]name[}]")}}}}
                """);
        assertThat(stack).hasResource("azapi_resource", """
                {name: "Orders", body: {properties: {connectVia: {referenceName: "managed-network"}}}}
                """);
        assertThatThrownBy(() -> content.linkedService("Lake"))
                .hasMessage("the files have no linked service \"Lake\" (at test-stack/Shop)");
    }

    @Test
    void isRunByPipelinesThatAreWrittenWithTypes() {
        FactoryContent content = content(FactoryContentProps.builder());
        ExecutePipeline run = ExecutePipeline.builder()
                .name("Run")
                .pipeline(content.pipeline("loadorders"))
                .parameters(Map.of("day", Expression.text("2026-01-01")))
                .build();
        new Pipeline(
                stack,
                "Outer",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Outer")
                        .activities(List.of(run))
                        .build());
        assertThat(stack).hasResource("azapi_resource", """
                {name: "Outer", body: {properties: {activities: [{typeProperties: {pipeline: {
                  referenceName: matching("[$][{]azapi_resource.Shop_pipeline-LoadOrders_.*[.]name[}]")}}}]}}}
                """);
        assertThat(content.dataset("OrderFiles").parameters()).containsOnlyKeys("day");
        assertThat(content.dataFlow("CleanOrders").parameters()).containsOnlyKeys("currency", "least");
        assertThat(content.dataFlow("CleanOrders").ends()).containsExactly("raw", "clean");
    }

    @Test
    void makesNothingOfFilesWithAMistake() {
        FactoryContentPropsBuilder props = FactoryContentProps.builder()
                .replacements(List.of(
                        Replacement.ofLinkedService("Orders", "/typeProperties/password", "hunter2"),
                        Replacement.ofLinkedService("Lake", "/typeProperties/url", "@{nope()}")));
        assertThatThrownBy(() -> content(props))
                .isInstanceOf(ConstructException.class)
                .hasMessage("""

                        linkedService/Lake.json#/properties/typeProperties/url: there is no function "nope", the nearest is not:\
                         position 3 of "@{nope()}"
                        linkedService/Orders.json#/properties/typeProperties/password: a secret would stand in Terraform's state;\
                         name a secret of a vault, {"type": "AzureKeyVaultSecret", …}, or let the factory's identity log in
                         (at test-stack/Shop)""");
        assertThat(stack).hasResourceCount("azapi_resource", 0);
    }

    @Test
    void refusesNamesThatTheFactoryHas() {
        content(FactoryContentProps.builder());
        assertThatThrownBy(() -> new FactoryContent(
                        stack,
                        "Again",
                        FactoryContentProps.builder()
                                .factory(factory)
                                .path(SHOP)
                                .build()))
                .hasMessageContaining(
                        "dataset/OrderFiles.json#/name: the factory has a dataset of this name already: \"OrderFiles\"");
    }

    private FactoryContent content(FactoryContentPropsBuilder props) {
        return new FactoryContent(
                stack, "Shop", props.factory(factory).path(SHOP).build());
    }
}
