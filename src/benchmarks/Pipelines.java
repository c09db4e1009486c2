import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import io.terralake.stacks.LandingZone;
import io.terralake.stacks.LoanVersions;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.Parameter;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.SqlTableDatasetProps;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.Dependency;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Lookup;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Source;
import io.terralake.settings.Environment;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints the seconds that so many pipelines of 20 activities take to build, check and synthesize: Pipelines.java count outdir. */
public final class Pipelines {
    public static void main(String[] arguments) {
        App app = new App(AppConfig.builder().outdir(arguments[1]).build());
        PlatformStack stack =
                new PlatformStack(app, "pipelines", Environment.read(Path.of("stacks", "environments", "dev.json"), LandingZone.SETTINGS, LoanVersions.SETTINGS));
        DataFactory factory = new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        SqlServer server = new SqlServer(stack, "Server", SqlServerProps.builder().build());
        SqlDatabase database =
                new SqlDatabase(stack, "Db", SqlDatabaseProps.builder().server(server).name("loans").build());
        SqlLinkedService sql = new SqlLinkedService(
                stack, "Sql", SqlLinkedServiceProps.builder().factory(factory).name("Sql").database(database).build());
        SqlTableDataset tables = new SqlTableDataset(
                stack, "Tables", SqlTableDatasetProps.builder().name("Tables").database(sql).build());
        long started = System.nanoTime();
        for (int count = 0; count < Integer.parseInt(arguments[0]); count++) {
            new Pipeline(stack, "Pipeline" + count, pipeline(factory, "Pipeline" + count, tables));
        }
        double built = (System.nanoTime() - started) / 1e9;
        app.synth();
        System.out.printf("built and checked in %.2f s, synthesized after %.2f s%n", built, (System.nanoTime() - started) / 1e9);
    }

    private static PipelineProps pipeline(DataFactory factory, String name, SqlTableDataset tables) {
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Activity before = activities.isEmpty() ? null : activities.get(i - 1);
            Object read = before == null ? Expression.parameter("Table") : Expression.output(before, "firstRow.Value");
            activities.add(Lookup.builder()
                    .name("Lookup" + i)
                    .source(Source.query(
                            tables, Expression.text("SELECT Value FROM dbo.Values WHERE Id = '", read, "'")))
                    .dependsOn(before == null ? List.of() : List.of(Dependency.on(before)))
                    .build());
        }
        return PipelineProps.builder()
                .factory(factory)
                .name(name)
                .activities(activities)
                .parameters(Map.of("Table", Parameter.string("source")))
                .build();
    }
}
