package io.terralake.stacks;

import io.terralake.settings.Section;
import io.terralake.monitoring.Operator;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataLakeLinkedService;
import io.terralake.factory.DataLakeLinkedServiceProps;
import io.terralake.factory.SqlLinkedService;
import io.terralake.factory.SqlLinkedServiceProps;
import io.terralake.factory.SqlTableDataset;
import io.terralake.factory.SqlTableDatasetProps;
import io.terralake.factory.dataflow.DataFlowType;
import io.terralake.factory.trigger.PipelineRun;
import io.terralake.factory.trigger.Schedule;
import io.terralake.factory.trigger.ScheduleTrigger;
import io.terralake.factory.trigger.ScheduleTriggerProps;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.patterns.WatermarkCopy;
import io.terralake.patterns.WatermarkCopyProps;
import io.terralake.settings.Environment;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Loans in every version: a SQL source with a watermark, a pipeline that merges what is new into a Delta table, a version
 * of it by each run, and a job that lists and compares the versions.
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

    public LoanVersions(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "loan-versions", environment, landingZone.platform());
        this.database = new SqlDatabase(
                this,
                "Database",
                SqlDatabaseProps.builder()
                        .server(landingZone.sqlServer())
                        .name("loans")
                        .sizing(environment.section(SETTINGS).database())
                        .migrations("stacks/loan-versions/sql")
                        .build());
        new MetricAlert(
                this,
                "loans-storage",
                MetricAlertProps.builder()
                        .metric(database.metricStorage())
                        .operator(Operator.GREATER_THAN)
                        .threshold(STORAGE_ALERT)
                        .actionGroup(landingZone.alerts())
                        .description("The loans database uses more than %d %% of its storage".formatted(STORAGE_ALERT))
                        .build());
        WatermarkCopy copy = addCopy(landingZone);
        new ScheduleTrigger(
                this,
                "Nightly",
                ScheduleTriggerProps.builder()
                        .name("DeltaCopyNightly")
                        .schedule(Schedule.daily(LocalTime.of(2, 0)))
                        .run(PipelineRun.of(copy.pipeline()))
                        .build());
        new VersionsReport(
                this,
                "VersionsReport",
                landingZone.databricks(),
                landingZone.lake().zone("silver"),
                TABLE,
                landingZone.lake().zone("gold"));
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
                        .columns(columns())
                        .keys(List.of("id"))
                        .lateDays(LATE_DAYS)
                        .build());
    }

    private static Map<String, DataFlowType> columns() {
        Map<String, DataFlowType> columns = new LinkedHashMap<>();
        columns.put("id", DataFlowType.INTEGER);
        for (String amount : List.of("loan_amnt", "annual_inc", "dti", "delinq_2yrs", "total_acc", "total_pymnt")) {
            columns.put(amount, DataFlowType.DOUBLE);
        }
        columns.put("issue_d", DataFlowType.DATE);
        columns.put("earliest_cr_line", DataFlowType.DATE);
        columns.put("loan_status", DataFlowType.STRING);
        return columns;
    }
}
