package io.terralake.examples;

import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;

import io.terralake.core.PlatformStack;
import io.terralake.factory.BlobDataset;
import io.terralake.factory.BlobDatasetProps;
import io.terralake.factory.BlobStorageLinkedService;
import io.terralake.factory.DataFactory;
import io.terralake.factory.FileFormat;
import io.terralake.factory.KeyVaultLinkedService;
import io.terralake.factory.Parameter;
import io.terralake.factory.SelfHostedRuntime;
import io.terralake.factory.SelfHostedRuntimeProps;
import io.terralake.factory.SqlServerLinkedService;
import io.terralake.factory.SqlServerLinkedServiceProps;
import io.terralake.factory.SqlServerTableDataset;
import io.terralake.factory.SqlServerTableDatasetProps;
import io.terralake.factory.VaultSecret;
import io.terralake.factory.pipeline.ColumnMapping;
import io.terralake.factory.pipeline.ColumnPair;
import io.terralake.factory.pipeline.Copy;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.FileSearch;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Source;
import io.terralake.factory.pipeline.TableSink;
import java.util.List;
import java.util.Map;

/** The guide's copy between stores. */
final class CopyExample {
    private CopyExample() {}

    static Pipeline addPipeline(
            PlatformStack stack, DataFactory factory, KeyVaultLinkedService vault, BlobStorageLinkedService blobs) {
        SelfHostedRuntime runtime = new SelfHostedRuntime(
                stack,
                "Runtime",
                SelfHostedRuntimeProps.builder()
                        .factory(factory)
                        .name("onpremises")
                        .build());
        SqlServerLinkedService server = new SqlServerLinkedService(
                stack,
                "Server",
                SqlServerLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Shop")
                        .server("sql01.example.com")
                        .database("shop")
                        .userName("copies")
                        .password(VaultSecret.of(vault, "sql01-copies"))
                        .runtime(runtime)
                        .build());
        SqlServerTableDataset cars = new SqlServerTableDataset(
                stack,
                "Cars",
                SqlServerTableDatasetProps.builder()
                        .name("Cars")
                        .database(server)
                        .schema("dbo")
                        .table("cars")
                        .build());
        BlobDataset files = new BlobDataset(
                stack,
                "Files",
                BlobDatasetProps.builder()
                        .name("CarFiles")
                        .storage(blobs)
                        .container("shop")
                        .format(FileFormat.DelimitedText.builder()
                                .delimiter(";")
                                .nullValue("NULL")
                                .build())
                        .build());
        Copy copy = Copy.builder()
                .name("Load")
                .source(Source.files(
                        files,
                        Map.of(),
                        FileSearch.builder()
                                .folders(text("cars/", parameter("Day"), "/*"))
                                .names(text("*.csv"))
                                .build()))
                .sink(TableSink.builder()
                        .dataset(DatasetReference.to(cars))
                        .keys(List.of("id"))
                        .preCopyScript(text("DELETE FROM dbo.errors"))
                        .build())
                .mapping(ColumnMapping.of(ColumnPair.named("Id", "id").as("Int32"), ColumnPair.named("Make", "make")))
                .parallelCopies(4)
                .build();
        return new Pipeline(
                stack,
                "LoadCars",
                PipelineProps.builder()
                        .factory(factory)
                        .name("LoadCars")
                        .parameters(Map.of("Day", Parameter.string()))
                        .activities(List.of(copy))
                        .build());
    }
}
