package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.Notebook;
import io.terralake.databricks.NotebookProps;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.SqlTableDatasetProps;
import io.terralake.factory.trigger.PipelineRun;
import io.terralake.factory.trigger.Schedule;
import io.terralake.factory.trigger.ScheduleTrigger;
import io.terralake.factory.trigger.ScheduleTriggerProps;
import io.terralake.monitoring.Operator;
import io.terralake.patterns.WatermarkCopy;
import io.terralake.patterns.WatermarkCopyProps;
import io.terralake.settings.Environment;
import io.terralake.settings.Section;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.unitycatalog.DeltaTable;
import io.terralake.unitycatalog.DeltaTableProps;
import io.terralake.unitycatalog.Schema;
import io.terralake.unitycatalog.SqlCompute;
import io.terralake.unitycatalog.Volume;
import io.terralake.unitycatalog.VolumeProps;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Loans in every version: a SQL source with a watermark, a pipeline that merges what is new into a Delta table, a version
 * of it by each run, a job that lists and compares the versions, and a notebook that reads any of them.
 */
public final class LoanVersions extends PlatformStack {
    /** The section {@code loanVersions} of an environment's settings. */
    public static final Section<LoanVersionsSettings> SETTINGS = new Section<>(
            "loanVersions", LoanVersionsSettings.class, Map.of("/sql/databases", "/loanVersions/database"));

    /** Beyond this share of its storage, in percent, somebody should make the database larger. */
    private static final int STORAGE_ALERT = 80;

    /** Loans are booked by month; some appear a quarter late. */
    private static final int LATE_DAYS = 92;

    private static final String TABLE = "lc_loan";

    private final SqlDatabase database;

    public LoanVersions(Construct scope, Environment environment, LandingZone landingZone, UnityCatalog unityCatalog) {
        super(scope, "loan-versions", environment, landingZone.platform());
        LoanVersionsSettings own = environment.section(SETTINGS);
        this.database = new SqlDatabase(
                this,
                "Database",
                SqlDatabaseProps.builder()
                        .server(landingZone.sqlServer())
                        .name("loans")
                        .sizing(own.database())
                        .migrations("stacks/loan-versions/sql")
                        .build());
        new Alerts(this, landingZone.alerts())
                .add(
                        "loans-storage",
                        database.metricStorage(),
                        Operator.GREATER_THAN,
                        STORAGE_ALERT,
                        "The loans database uses more than %d %% of its storage".formatted(STORAGE_ALERT));
        WatermarkCopy copy = addCopy(landingZone);
        new ScheduleTrigger(
                this,
                "Nightly",
                ScheduleTriggerProps.builder()
                        .name("DeltaCopyNightly")
                        .schedule(Schedule.daily(LocalTime.of(2, 0)))
                        .runs(List.of(PipelineRun.of(copy.pipeline())))
                        .build());
        DatabricksPrincipal runAs = own.runAs() == null ? null : DatabricksPrincipal.servicePrincipal(own.runAs());
        VersionsReport report = new VersionsReport(
                this,
                "VersionsReport",
                landingZone.databricks(),
                landingZone.lake().zone("silver"),
                TABLE,
                landingZone.lake().zone("gold"),
                runAs);
        Schema schema = unityCatalog.addSchema(this, "loan_versions", own.readers());
        DeltaTable table = addTable(schema, report, unityCatalog.tables());
        Volume reports = addReports(schema, report);
        if (runAs != null) {
            unityCatalog.letRead(schema, runAs);
            reports.grantWrite(runAs);
        }
        addNotebook(landingZone.databricks(), table);
    }

    /** The database with the source table and its watermark. */
    public SqlDatabase database() {
        return database;
    }

    private WatermarkCopy addCopy(LandingZone landingZone) {
        SqlLinkedService sql = new SqlLinkedService(
                this,
                "AzureSqlDatabase",
                SqlLinkedServiceProps.builder()
                        .factory(landingZone.factory())
                        .name("AzureSqlDatabase")
                        .database(database)
                        .build());
        SqlTableDataset tables = new SqlTableDataset(
                this,
                "AzureSqlDb",
                SqlTableDatasetProps.builder().name("AzureSqlDb").database(sql).build());
        DataLakeLinkedService lake = new DataLakeLinkedService(
                this,
                "AzureBlobFS",
                DataLakeLinkedServiceProps.builder()
                        .factory(landingZone.factory())
                        .name("AzureBlobFS")
                        .lake(landingZone.lake())
                        .build());
        return new WatermarkCopy(
                this,
                "DeltaCopy",
                WatermarkCopyProps.builder()
                        .pipelineName("DeltaCopyPipeline")
                        .dataFlowName("CopyWithVersion")
                        .database(database)
                        .sql(sql)
                        .tables(tables)
                        .lake(lake)
                        .zone(landingZone.lake().zone("silver"))
                        .folder(TABLE)
                        .table("source")
                        .watermarkColumn("issue_d")
                        .columns(LoanColumns.inDataFlows())
                        .keys(List.of("id"))
                        .lateDays(LATE_DAYS)
                        .build());
    }

    private DeltaTable addTable(Schema schema, VersionsReport report, SqlCompute compute) {
        return new DeltaTable(
                this,
                "Table",
                DeltaTableProps.builder()
                        .schema(schema)
                        .name(TABLE)
                        .location(report.tableUrl())
                        .columns(LoanColumns.inSql())
                        .compute(compute)
                        .comment("Loans, a version by each run of DeltaCopyPipeline")
                        .build());
    }

    private Volume addReports(Schema schema, VersionsReport report) {
        return new Volume(
                this,
                "Reports",
                VolumeProps.builder()
                        .schema(schema)
                        .name("reports")
                        .location(report.reportUrl())
                        .comment("The versions of " + TABLE + ", and what the last one changed")
                        .build());
    }

    private void addNotebook(DatabricksWorkspace workspace, DeltaTable table) {
        new Notebook(
                this,
                "Notebook",
                NotebookProps.builder()
                        .workspace(workspace)
                        .path("/Shared/%s-%s/read_a_loan_version"
                                .formatted(
                                        environment().settings().workload(),
                                        environment().name()))
                        .source("stacks/loan-versions/notebooks/read_a_loan_version.py")
                        .values(Map.of("table", table.fullName()))
                        .build());
    }
}
