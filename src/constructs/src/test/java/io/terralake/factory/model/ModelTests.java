package io.terralake.factory.model;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.item;
import static io.terralake.factory.pipeline.Expression.parameter;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.resourcemanager.datafactory.models.AzureBlobStorageLinkedService;
import com.azure.resourcemanager.datafactory.models.CopyActivity;
import com.azure.resourcemanager.datafactory.models.ExecuteDataFlowActivity;
import com.azure.resourcemanager.datafactory.models.ExecutePipelineActivity;
import com.azure.resourcemanager.datafactory.models.ForEachActivity;
import com.azure.resourcemanager.datafactory.models.GetMetadataActivity;
import com.azure.resourcemanager.datafactory.models.ManagedIdentityCredential;
import com.azure.resourcemanager.datafactory.models.MappingDataFlow;
import com.azure.resourcemanager.datafactory.models.OracleSource;
import com.azure.resourcemanager.datafactory.models.PipelineReference;
import com.azure.resourcemanager.datafactory.models.RecurrenceFrequency;
import com.azure.resourcemanager.datafactory.models.ScheduleTrigger;
import com.azure.resourcemanager.datafactory.models.ScheduleTriggerRecurrence;
import com.azure.resourcemanager.datafactory.models.SecureString;
import com.azure.resourcemanager.datafactory.models.SelfHostedIntegrationRuntime;
import com.azure.resourcemanager.datafactory.models.SnowflakeV2Dataset;
import com.azure.resourcemanager.datafactory.models.SqlSink;
import com.azure.resourcemanager.datafactory.models.TriggerPipelineReference;
import com.azure.resourcemanager.datafactory.models.WaitActivity;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.factory.CustomDataset;
import io.terralake.factory.CustomDatasetProps;
import io.terralake.factory.CustomLinkedService;
import io.terralake.factory.CustomLinkedServiceProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.Parameter;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.Copy;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.ForEach;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.testing.Stacks;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Microsoft's models stand beside our own classes, and are checked like them. */
class ModelTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final CustomLinkedService shop = new CustomLinkedService(
            stack,
            "Shop",
            CustomLinkedServiceProps.builder()
                    .factory(factory)
                    .name("Shop")
                    .type("SnowflakeV2")
                    .typeProperties(JsonNodeFactory.instance.objectNode().put("database", "shop"))
                    .build());
    private final CustomDataset orders = new CustomDataset(
            stack,
            "Orders",
            CustomDatasetProps.builder()
                    .name("Orders")
                    .linkedService(shop)
                    .type("SnowflakeV2Table")
                    .typeProperties(JsonNodeFactory.instance.objectNode().put("table", "@dataset().table"))
                    .parameters(Map.of("table", Parameter.string()))
                    .build());

    @Test
    void anActivityIsWrittenAsItIs() {
        WaitActivity wait =
                new WaitActivity().withName("Wait").withWaitTimeInSeconds(References.value(parameter("Seconds")));
        pipeline(new ModelActivity(wait));
        isWritten("""
                {name: 'Wait', type: 'Wait', typeProperties: {waitTimeInSeconds: {value: "@pipeline().parameters.Seconds", type: 'Expression'}}}
                """);
    }

    @Test
    void referencesByObjectSurviveAndOrder() {
        pipeline(new ModelActivity(metadata("Look", References.to(orders, Map.of("table", "a")))));
        isWritten("""
                {
                  name: 'Look',
                  type: 'GetMetadata',
                  typeProperties: {
                    dataset: {
                      type: 'DatasetReference',
                      referenceName: textLike('${azurerm_data_factory_custom_dataset.Orders_*.name}'),
                      parameters: {table: 'a'},
                    },
                    fieldList: ['exists'],
                  },
                }
                """);
    }

    @Test
    void referencesByNameAreLookedUp() {
        pipeline(new ModelActivity(metadata("Look", byName("Orders", Map.of("table", "a")))));
        assertThat(stack).hasResource("azapi_resource", """
                {name: 'Pipeline', depends_on: [textLike('azurerm_data_factory_custom_dataset.Orders_*')]}
                """);
    }

    @Test
    void refusesANameThatTheFactoryDoesNotHave() {
        pipeline(new ModelActivity(metadata("Look", byName("Order", Map.of()))));
        assertThatThrownBy(stack::prepareStack)
                .hasMessageContaining("test-stack/Pipeline names the dataset \"Order\" at"
                        + " /properties/activities/0/typeProperties/dataset, which the factory does not have");
    }

    @Test
    void refusesParametersThatAreNotSet() {
        refuses(
                "activity \"Look\": the parameter \"table\" of dataset \"Orders\" is not set"
                        + " at /typeProperties/dataset/parameters",
                new ModelActivity(metadata("Look", References.to(orders))));
        refuses(
                "activity \"Look\": the parameter \"table\" of dataset \"Orders\" is not set"
                        + " at /typeProperties/dataset/parameters",
                new ModelActivity(metadata("Look", byName("orders", Map.of()))));
        refuses(
                "activity \"Look\": dataset \"Orders\" has no parameter \"tables\", there are [table]"
                        + " at /typeProperties/dataset/parameters/tables;"
                        + " activity \"Look\": the parameter \"table\" of dataset \"Orders\" is not set"
                        + " at /typeProperties/dataset/parameters",
                new ModelActivity(metadata("Look", References.to(orders, Map.of("tables", "a")))));
    }

    @Test
    void refusesParametersOfPipelinesAndDataFlows() {
        Pipeline other = new Pipeline(
                stack,
                "Other",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Other")
                        .parameters(Map.of("day", Parameter.string()))
                        .activities(List.of(new ModelActivity(
                                new WaitActivity().withName("W").withWaitTimeInSeconds(1))))
                        .build());
        refuses(
                "activity \"Run\": the parameter \"day\" of pipeline \"Other\" is not set at /typeProperties/parameters",
                new ModelActivity(new ExecutePipelineActivity().withName("Run").withPipeline(References.to(other))));
        ModelDataFlow flow = flow();
        refuses(
                "activity \"Flow\": the parameter \"day\" of data flow \"Flow\" is not set"
                        + " at /typeProperties/dataFlow/parameters",
                new ModelActivity(new ExecuteDataFlowActivity().withName("Flow").withDataFlow(References.to(flow))));
    }

    @Test
    void refusesWhatIsInAnotherFactory() {
        DataFactory elsewhere = new DataFactory(
                stack,
                "Elsewhere",
                DataFactoryProps.builder().name("adf-elsewhere").build());
        Activity look = new ModelActivity(metadata("Look", References.to(orders, Map.of("table", "a"))));
        assertThatThrownBy(() -> new Pipeline(
                        stack,
                        "Pipeline",
                        PipelineProps.builder()
                                .factory(elsewhere)
                                .name("Pipeline")
                                .activities(List.of(look))
                                .build()))
                .hasMessage(
                        "pipeline \"Pipeline\": activity \"Look\": the dataset test-stack/Orders is in another factory,"
                                + " test-stack/Factory, not in test-stack/Elsewhere at /typeProperties/dataset"
                                + " (at test-stack/Pipeline)");
    }

    @Test
    void refusesAModelWithoutAFieldThatItNeeds() {
        assertThatThrownBy(() ->
                        new ModelActivity(new CopyActivity().withName("Copy").withSink(new SqlSink())))
                .hasMessage("activity \"Copy\": the field source of the model CopyActivityTypeProperties is not set");
        assertThatThrownBy(() -> dataset(new SnowflakeV2Dataset()))
                .isInstanceOf(ConstructException.class)
                .hasMessage(
                        "the field linkedServiceName of the model SnowflakeV2Dataset is not set (at test-stack/Set)");
        refuses(
                "activity \"\": the field model is not set"
                        .replace("activity \"\"", "an activity of the type Activity"),
                new ModelActivity(null));
    }

    @Test
    void whatStandsInAContainerIsChecked() {
        ForEachActivity each = new ForEachActivity()
                .withName("Each")
                .withItems(References.expression(parameter("Tables")))
                .withActivities(List.of(
                        new WaitActivity().withName("Wait").withWaitTimeInSeconds("@item().seconds"),
                        new WaitActivity().withName("Long").withWaitTimeInSeconds("@variables('none')"),
                        metadata("Look", References.to(orders))));
        refuses(
                "activity \"Long\": the variable \"none\" is not declared, there are []: position 2 of \"@variables('none')\""
                        + " at /typeProperties/waitTimeInSeconds;"
                        + " activity \"Look\": the parameter \"table\" of dataset \"Orders\" is not set"
                        + " at /typeProperties/dataset/parameters",
                new ModelActivity(each));
    }

    @Test
    void modelsStandInOurContainersAndDependOnOurs() {
        Activity wait = new ModelActivity(new WaitActivity().withName("Wait").withWaitTimeInSeconds(1));
        Activity stop = Fail.builder()
                .name("Stop")
                .message(item("name"))
                .errorCode("1")
                .dependsOn(List.of(Dependency.on(wait)))
                .build();
        Activity look = new ModelActivity(metadata("Look", References.to(orders, Map.of("table", item("table"))))
                .withDependsOn(List.of(References.after(stop))));
        pipeline(ForEach.builder()
                .name("Each")
                .items(parameter("Tables"))
                .activities(List.of(wait, stop, look))
                .build());
        isWritten("""
                {
                  name: 'Each',
                  typeProperties: {
                    activities: [
                      {name: 'Wait', type: 'Wait'},
                      {name: 'Stop', dependsOn: [{activity: 'Wait', dependencyConditions: ['Succeeded']}]},
                      {name: 'Look', dependsOn: [{activity: 'Stop', dependencyConditions: ['Succeeded']}]},
                    ],
                  },
                }
                """);
        refuses(
                "activity \"Look\": depends on \"Stop\", which is not in the pipeline;"
                        + " activity \"Look\": reads item(), but does not stand in a ForEach: position 2 of"
                        + " \"@item().table\" at /typeProperties/dataset/parameters/table/value",
                look);
    }

    @Test
    void modelsAreSourcesAndSinks() {
        pipeline(Copy.builder()
                .name("Copy")
                .source(new ModelSource(reference("a"), new OracleSource().withOracleReaderQuery("SELECT 1")))
                .sink(new ModelSink(reference("b"), new SqlSink().withWriteBatchSize(10)))
                .build());
        isWritten("""
                {
                  name: 'Copy',
                  typeProperties: {
                    source: {type: 'OracleSource', oracleReaderQuery: 'SELECT 1'},
                    sink: {type: 'SqlSink', writeBatchSize: 10},
                  },
                  inputs: [{parameters: {table: {value: 'a', type: 'Expression'}}}],
                }
                """);
    }

    @Test
    void artifactsGoOutAsTheyAre() {
        ModelLinkedService blobs = linkedService(
                new AzureBlobStorageLinkedService().withServiceEndpoint("https://a.blob.core.windows.net/${x}"));
        dataset(new SnowflakeV2Dataset()
                .withLinkedServiceName(References.to(blobs))
                .withTable("t"));
        new ModelIntegrationRuntime(
                stack,
                "Runtime",
                ModelIntegrationRuntimeProps.builder()
                        .factory(factory)
                        .name("onpremises")
                        .model(new SelfHostedIntegrationRuntime().withDescription("ours"))
                        .build());
        new ModelCredential(
                stack,
                "Credential",
                ModelCredentialProps.builder()
                        .factory(factory)
                        .name("identity")
                        .model(new ManagedIdentityCredential().withResourceId("/subscriptions/s"))
                        .build());
        hasArtifact(
                "linkedservices",
                "{type: 'AzureBlobStorage', typeProperties: {serviceEndpoint: 'https://a.blob.core.windows.net/$${x}'}}");
        hasArtifact(
                "datasets",
                "{type: 'SnowflakeV2Table', typeProperties: {table: 't'}, linkedServiceName: {referenceName: textLike('${azapi_resource.Blobs_*.name}')}}");
        hasArtifact("integrationRuntimes", "{type: 'SelfHosted', description: 'ours'}");
        hasArtifact("credentials", "{type: 'ManagedIdentity', typeProperties: {resourceId: '/subscriptions/s'}}");
        flow();
        hasArtifact("dataflows", "{type: 'MappingDataFlow'}");
    }

    @Test
    void triggersAreStartedUnlessTheyAreNot() {
        pipeline(new ModelActivity(new WaitActivity().withName("W").withWaitTimeInSeconds(1)));
        trigger("Daily", null);
        assertThat(stack).hasResource("azurerm_data_factory_trigger_schedule", """
                {
                  name: 'Daily',
                  activated: true,
                  frequency: 'Day',
                  interval: 1,
                  pipeline: [{name: 'Pipeline'}],
                  depends_on: [textLike('azapi_resource.Pipeline_*')],
                }
                """);
        trigger("Stopped", false);
        assertThat(stack).hasResource("azurerm_data_factory_trigger_schedule", "{name: 'Stopped', activated: false}");
    }

    @Test
    void refusesKeys() {
        assertThatThrownBy(() -> linkedService(new AzureBlobStorageLinkedService()
                        .withConnectionString(new SecureString().withValue("AccountKey=1"))))
                .hasMessageStartingWith("linked service \"Blobs\": #/typeProperties/connectionString/value:"
                        + " a secret would stand in Terraform's state");
    }

    private void pipeline(Activity... activities) {
        new Pipeline(stack, "Pipeline", props(activities));
    }

    private PipelineProps props(Activity... activities) {
        return PipelineProps.builder()
                .factory(factory)
                .name("Pipeline")
                .parameters(Map.of("Seconds", Parameter.integer(), "Tables", Parameter.array()))
                .activities(List.of(activities))
                .build();
    }

    private void refuses(String message, Activity... activities) {
        assertThatThrownBy(() -> new Pipeline(stack, "Refused" + System.nanoTime(), props(activities)))
                .isInstanceOf(ConstructException.class)
                .hasMessageStartingWith("pipeline \"Pipeline\": " + message + " (at test-stack/Refused");
    }

    private void isWritten(String activity) {
        hasArtifact("pipelines", "{activities: [%s]}".formatted(activity));
    }

    private void hasArtifact(String type, String properties) {
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{type: 'Microsoft.DataFactory/factories/%s@2018-06-01', body: {properties: %s}}"
                                .formatted(type, properties));
    }

    private static GetMetadataActivity metadata(
            String name, com.azure.resourcemanager.datafactory.models.DatasetReference dataset) {
        return new GetMetadataActivity().withName(name).withDataset(dataset).withFieldList(List.of("exists"));
    }

    private static com.azure.resourcemanager.datafactory.models.DatasetReference byName(
            String name, Map<String, Object> parameters) {
        return new com.azure.resourcemanager.datafactory.models.DatasetReference()
                .withReferenceName(name)
                .withParameters(parameters);
    }

    private DatasetReference reference(String table) {
        return new DatasetReference(orders, Map.of("table", Expression.text(table)));
    }

    private ModelLinkedService linkedService(AzureBlobStorageLinkedService model) {
        return new ModelLinkedService(
                stack,
                "Blobs",
                ModelLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Blobs")
                        .model(model)
                        .build());
    }

    private void dataset(SnowflakeV2Dataset model) {
        new ModelDataset(
                stack,
                "Set",
                ModelDatasetProps.builder()
                        .factory(factory)
                        .name("Set")
                        .model(model)
                        .build());
    }

    private ModelDataFlow flow() {
        return new ModelDataFlow(
                stack,
                "Flow",
                ModelDataFlowProps.builder()
                        .factory(factory)
                        .name("Flow")
                        .model(new MappingDataFlow()
                                .withScript("parameters{day as string}\nsource() ~> In\nIn sink() ~> Out"))
                        .build());
    }

    private void trigger(String name, Boolean started) {
        new ModelTrigger(
                stack,
                name,
                ModelTriggerProps.builder()
                        .factory(factory)
                        .name(name)
                        .started(started)
                        .model(new ScheduleTrigger()
                                .withRecurrence(new ScheduleTriggerRecurrence()
                                        .withFrequency(RecurrenceFrequency.DAY)
                                        .withInterval(1)
                                        .withStartTime(OffsetDateTime.parse("2026-01-01T00:00:00Z")))
                                .withPipelines(List.of(new TriggerPipelineReference()
                                        .withPipelineReference(new PipelineReference().withReferenceName("Pipeline")))))
                        .build());
    }
}
