package io.terralake.stacks;

import static io.terralake.factory.pipeline.Expression.output;

import io.terralake.core.DependsOn;
import io.terralake.core.StackPart;
import io.terralake.cosmos.CosmosPrivateLink;
import io.terralake.factory.CosmosDbDataset;
import io.terralake.factory.CosmosDbDatasetProps;
import io.terralake.factory.CosmosDbLinkedService;
import io.terralake.factory.CosmosDbLinkedServiceProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.DatabricksLinkedService;
import io.terralake.factory.DatabricksLinkedServiceProps;
import io.terralake.factory.FileDataset;
import io.terralake.factory.FileDatasetProps;
import io.terralake.factory.FileFormat;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.ActivityPolicy;
import io.terralake.factory.pipeline.Copy;
import io.terralake.factory.pipeline.DatabricksJob;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Delete;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.GetMetadata;
import io.terralake.factory.pipeline.IfCondition;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Sink;
import io.terralake.factory.pipeline.Source;
import io.terralake.factory.trigger.PipelineRun;
import io.terralake.factory.trigger.Schedule;
import io.terralake.factory.trigger.ScheduleTrigger;
import io.terralake.factory.trigger.ScheduleTriggerProps;
import io.terralake.storage.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Every hour: the job merges new listings into the table and leaves those that changed as files, which become items for readers. What
 * was copied is deleted; what was not, the next run copies too. Runs follow each other.
 */
final class CarsPipeline extends StackPart {
    private final LandingZone landingZone;
    private final Zone refined;
    private final String folder;

    /**
     * @param job what makes the files
     * @param folder the product's folder in the zone of refined data
     * @param store where items go
     */
    CarsPipeline(Construct scope, String id, LandingZone landingZone, ListingsJob job, String folder, CarsStore store) {
        super(scope, id);
        this.landingZone = landingZone;
        this.refined = landingZone.lake().zone("silver");
        this.folder = folder;
        DataFactory factory = landingZone.factory();
        refined.grantWrite(factory);
        FileDataset changes = changes();
        CosmosDbDataset items = items(store);
        DatabricksJob merge = DatabricksJob.builder()
                .name("MergeListings")
                .workspace(databricks())
                .jobId(job.jobId())
                // The job tries again itself.
                .policy(ActivityPolicy.builder()
                        .timeout(Duration.ofHours(3))
                        .retries(0)
                        .build())
                .build();
        GetMetadata look = GetMetadata.builder()
                .name("LookForChanges")
                .dataset(DatasetReference.to(changes))
                .fields(List.of("exists"))
                .dependsOn(List.of(Dependency.on(merge)))
                .build();
        IfCondition copy = IfCondition.builder()
                .name("IfThereAreChanges")
                .condition(output(look, "exists"))
                .ifTrue(copy(changes, items))
                .dependsOn(List.of(Dependency.on(look)))
                .build();
        Pipeline pipeline = new Pipeline(
                this,
                "Pipeline",
                PipelineProps.builder()
                        .factory(factory)
                        .name("UsedCars")
                        .activities(List.of(merge, look, copy))
                        .build());
        new ScheduleTrigger(
                this,
                "Hourly",
                ScheduleTriggerProps.builder()
                        .name("UsedCarsHourly")
                        .schedule(Schedule.builder()
                                .frequency(Schedule.Frequency.HOUR)
                                .start(Instant.parse("2026-01-01T00:00:00Z"))
                                .build())
                        .runs(List.of(PipelineRun.of(pipeline)))
                        .build());
    }

    private static List<Activity> copy(FileDataset changes, CosmosDbDataset items) {
        Copy upsert = Copy.builder()
                .name("UpsertListings")
                .source(Source.files(changes, Map.of(), "*.json"))
                .sink(Sink.items(items))
                .build();
        Delete clear = Delete.builder()
                .name("DeleteChanges")
                .files(changes)
                .dependsOn(List.of(Dependency.on(upsert)))
                .build();
        return List.of(upsert, clear);
    }

    private DatabricksLinkedService databricks() {
        return new DatabricksLinkedService(
                this,
                "Databricks",
                DatabricksLinkedServiceProps.builder()
                        .factory(landingZone.factory())
                        .name("UsedCarsDatabricks")
                        .workspace(landingZone.databricks())
                        .build());
    }

    private FileDataset changes() {
        DataLakeLinkedService lake = new DataLakeLinkedService(
                this,
                "Lake",
                DataLakeLinkedServiceProps.builder()
                        .factory(landingZone.factory())
                        .name("UsedCarsLake")
                        .lake(landingZone.lake())
                        .build());
        return new FileDataset(
                this,
                "Changes",
                FileDatasetProps.builder()
                        .name("UsedCarsChanges")
                        .lake(lake)
                        .zone(refined)
                        .format(new FileFormat.Json())
                        .folder(folder + "/" + ListingsJob.CHANGES)
                        .build());
    }

    private CosmosDbDataset items(CarsStore store) {
        DataFactory factory = landingZone.factory();
        // A linked service looks at its database before it comes to a container.
        store.database().grantWrite(factory);
        // An account is changed in one way at a time.
        DependsOn.add(
                factory.connectTo(this, "used-cars-cosmos", store.account().accountId(), CosmosPrivateLink.SQL),
                store.changes());
        CosmosDbLinkedService database = new CosmosDbLinkedService(
                this,
                "Cosmos",
                CosmosDbLinkedServiceProps.builder()
                        .factory(factory)
                        .name("UsedCarsCosmos")
                        .accountId(store.account().accountId())
                        .endpoint(store.account().endpoint())
                        .database(store.database().databaseName())
                        .build());
        return new CosmosDbDataset(
                this,
                "Items",
                CosmosDbDatasetProps.builder()
                        .name("UsedCarsItems")
                        .database(database)
                        .container(store.container().containerName())
                        .build());
    }
}
