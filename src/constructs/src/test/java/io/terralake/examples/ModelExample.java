package io.terralake.examples;

import static io.terralake.factory.pipeline.Expression.parameter;

import com.azure.resourcemanager.datafactory.models.AzureKeyVaultSecretReference;
import com.azure.resourcemanager.datafactory.models.GetMetadataActivity;
import com.azure.resourcemanager.datafactory.models.SnowflakeV2Dataset;
import com.azure.resourcemanager.datafactory.models.SnowflakeV2LinkedService;
import com.azure.resourcemanager.datafactory.models.WaitActivity;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.KeyVaultLinkedService;
import io.terralake.factory.Parameter;
import io.terralake.factory.model.ModelActivity;
import io.terralake.factory.model.ModelDataset;
import io.terralake.factory.model.ModelDatasetProps;
import io.terralake.factory.model.ModelLinkedService;
import io.terralake.factory.model.ModelLinkedServiceProps;
import io.terralake.factory.model.References;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import java.util.List;
import java.util.Map;

/** The guide's use of Microsoft's models. */
final class ModelExample {
    private ModelExample() {}

    static Pipeline addPipeline(PlatformStack stack, DataFactory factory, KeyVaultLinkedService vault) {
        ModelLinkedService warehouse = new ModelLinkedService(
                stack,
                "Warehouse",
                ModelLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Warehouse")
                        .model(new SnowflakeV2LinkedService()
                                .withAccountIdentifier("example")
                                .withDatabase("shop")
                                .withWarehouse("small")
                                .withUser("copies")
                                .withPassword(new AzureKeyVaultSecretReference()
                                        .withStore(References.to(vault))
                                        .withSecretName("snowflake")))
                        .build());
        ModelDataset orders = new ModelDataset(
                stack,
                "Orders",
                ModelDatasetProps.builder()
                        .factory(factory)
                        .name("Orders")
                        .model(new SnowflakeV2Dataset()
                                .withLinkedServiceName(References.to(warehouse))
                                .withTable("orders"))
                        .build());
        ModelActivity wait = new ModelActivity(
                new WaitActivity().withName("Wait").withWaitTimeInSeconds(References.value(parameter("Seconds"))));
        ModelActivity look = new ModelActivity(new GetMetadataActivity()
                .withName("Look")
                .withDataset(References.to(orders))
                .withFieldList(List.of("structure"))
                .withDependsOn(List.of(References.after(wait))));
        return new Pipeline(
                stack,
                "Look",
                PipelineProps.builder()
                        .factory(factory)
                        .name("Look")
                        .parameters(Map.of("Seconds", Parameter.integer(5)))
                        .activities(List.of(wait, look))
                        .build());
    }
}
