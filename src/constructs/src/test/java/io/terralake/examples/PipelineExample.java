package io.terralake.examples;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;

import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.Parameter;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.SqlTableDatasetProps;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.IfCondition;
import io.terralake.factory.pipeline.Lookup;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Source;
import io.terralake.sql.SqlDatabase;
import java.util.List;
import java.util.Map;

/** The README's pipeline. */
final class PipelineExample {
    private PipelineExample() {}

    static Pipeline addPipeline(PlatformStack stack, DataFactory factory, SqlDatabase database) {
        SqlLinkedService sql = new SqlLinkedService(
                stack,
                "Sql",
                SqlLinkedServiceProps.builder()
                        .factory(factory)
                        .name("Loans")
                        .database(database)
                        .build());
        SqlTableDataset tables = new SqlTableDataset(
                stack,
                "Tables",
                SqlTableDatasetProps.builder().name("LoanTables").database(sql).build());
        Lookup count = Lookup.builder()
                .name("CountRows")
                .source(Source.query(tables, text("SELECT COUNT(*) AS Rows FROM dbo.source")))
                .build();
        IfCondition check = IfCondition.builder()
                .name("AnyRows")
                .condition(call("greater", output(count, "firstRow.Rows"), 0))
                .ifFalse(List.of(Fail.builder()
                        .name("NoRows")
                        .message(text("no loans from ", parameter("Source")))
                        .errorCode("no-rows")
                        .build()))
                .dependsOn(List.of(Dependency.on(count)))
                .build();
        PipelineProps props = PipelineProps.builder()
                .factory(factory)
                .name("CheckLoans")
                .parameters(Map.of("Source", Parameter.string("the monthly file")))
                .activities(List.of(count, check))
                .build();
        return new Pipeline(stack, "CheckLoans", props);
    }
}
