package io.terralake.patterns;

import static io.terralake.factory.pipeline.Expression.call;
import static io.terralake.factory.pipeline.Expression.output;
import static io.terralake.factory.pipeline.Expression.parameter;
import static io.terralake.factory.pipeline.Expression.text;

import io.terralake.core.ConstructException;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.DataFlowEnd;
import io.terralake.factory.dataflow.MappingDataFlow;
import io.terralake.factory.dataflow.MappingDataFlowProps;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.ActivityPolicy;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.ExecuteDataFlow;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Lookup;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Source;
import io.terralake.factory.pipeline.SqlStoredProcedure;
import io.terralake.factory.pipeline.StoredProcedure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Copies what is new in a table into a Delta table, run by run, each run a version of it.
 *
 * <p>A run reads the rows from some days before the last watermark up to the highest one that the table has now, merges
 * them by key, and moves the watermark last. So a run that failed, or is repeated, duplicates nothing; rows that come
 * late, change, or carry the very time of the watermark are not lost; an empty table is an empty window.
 *
 * <p>The database has three procedures: {@code usp_GetWatermark @TableName} selects {@code WaterMarkVal},
 * {@code usp_GetNewWatermark @TableName, @WatermarkColumnName} selects {@code NewWaterMarkVal}, and
 * {@code usp_UpdateWatermark @LastModifiedtime, @TableName} moves the watermark. All three refuse a table that is not
 * registered, and the second a column that does not exist, before any name gets into a query. Copy them from
 * {@code stacks/loan-versions/sql}.
 */
public final class WatermarkCopy extends StackPart {
    private static final String GET = "[dbo].[usp_GetWatermark]";
    private static final String GET_NEW = "[dbo].[usp_GetNewWatermark]";
    private static final String UPDATE = "[dbo].[usp_UpdateWatermark]";
    private static final ActivityPolicy QUESTION =
            ActivityPolicy.builder().timeout(Duration.ofMinutes(10)).build();

    private final Pipeline pipeline;

    /** @throws ConstructException with everything that would not work */
    public WatermarkCopy(Construct scope, String id, WatermarkCopyProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        List<String> problems = props.problems();
        if (!problems.isEmpty()) {
            throw new ConstructException(this, String.join("; ", problems));
        }
        IDataFactory factory = props.sql().factory();
        MappingDataFlow dataFlow = new MappingDataFlow(
                this,
                "DataFlow",
                MappingDataFlowProps.builder()
                        .factory(factory)
                        .name(props.dataFlowName())
                        .sources(List.of(DataFlowEnd.dataset(CopyScript.SOURCE, props.tables())))
                        .transformations(List.of(CopyScript.UPSERT))
                        .sinks(List.of(DataFlowEnd.inline(CopyScript.SINK, props.lake())))
                        .parameters(CopyScript.PARAMETERS)
                        .script(CopyScript.of(props))
                        .build());
        this.pipeline = new Pipeline(
                this,
                "Pipeline",
                PipelineProps.builder()
                        .factory(factory)
                        .name(props.pipelineName())
                        .parameters(Map.of(
                                CopyScript.TABLE, Parameter.string(props.table()),
                                CopyScript.COLUMN, Parameter.string(props.watermarkColumn())))
                        .activities(activities(props, dataFlow))
                        .concurrency(1)
                        .build());
        props.zone().grantWrite(factory).applyBefore(pipeline);
        props.database().grantRead(factory);
        List.of(GET, GET_NEW, UPDATE).forEach(procedure -> props.database().grantExecute(factory, procedure));
    }

    /** The pipeline, for triggers. */
    public Pipeline pipeline() {
        return pipeline;
    }

    private static List<Activity> activities(WatermarkCopyProps props, MappingDataFlow dataFlow) {
        Expression table = parameter(CopyScript.TABLE);
        Expression column = parameter(CopyScript.COLUMN);
        Lookup old = lookup(props, "LookupOldWatermark", new StoredProcedure(GET, Map.of("TableName", table)));
        Lookup latest = lookup(
                props,
                "LookupNewWatermark",
                new StoredProcedure(GET_NEW, Map.of("TableName", table, "WatermarkColumnName", column)));
        Expression newWatermark = output(latest, "firstRow.NewWaterMarkVal");
        ExecuteDataFlow copy = ExecuteDataFlow.builder()
                .name("DeltaCopy")
                .dataFlow(dataFlow)
                .parameters(Map.of(
                        CopyScript.TABLE, quoted(table),
                        CopyScript.COLUMN, quoted(column),
                        CopyScript.OLD, text("'", output(old, "firstRow.WaterMarkVal"), "'"),
                        CopyScript.NEW, text("'", newWatermark, "'")))
                .dependsOn(List.of(Dependency.on(old), Dependency.on(latest)))
                .policy(ActivityPolicy.builder().timeout(Duration.ofHours(2)).build())
                .build();
        SqlStoredProcedure update = SqlStoredProcedure.builder()
                .name("UpdateWatermark")
                .database(props.sql())
                .procedure(new StoredProcedure(UPDATE, Map.of("LastModifiedtime", newWatermark, "TableName", table)))
                .dependsOn(List.of(Dependency.on(copy)))
                .policy(QUESTION)
                .build();
        return List.of(old, latest, copy, update);
    }

    private static Lookup lookup(WatermarkCopyProps props, String name, StoredProcedure procedure) {
        return Lookup.builder()
                .name(name)
                .source(Source.procedure(props.tables(), procedure))
                .policy(QUESTION)
                .build();
    }

    /**
     * A string in the language of data flows, in which a backslash takes a quote, or another backslash, literally.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-data-flow-expression-builder">Data flow expression
     *     builder</a>
     */
    private static Expression quoted(Expression value) {
        Expression slashes = call("replace", value, "\\", "\\\\");
        return text("'", call("replace", slashes, "'", "\\'"), "'");
    }
}
