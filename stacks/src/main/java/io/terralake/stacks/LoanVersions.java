package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.monitoring.MetricAlert;
import io.terralake.monitoring.MetricAlertProps;
import io.terralake.settings.Environment;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import software.constructs.Construct;

/** Loans that are kept in every version: a SQL source with a watermark. */
public final class LoanVersions extends PlatformStack {
    /** Beyond this share of its storage, in percent, somebody should make the database larger. */
    private static final int STORAGE_ALERT = 80;

    private final SqlDatabase database;

    public LoanVersions(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "loan-versions", environment, landingZone.platform());
        this.database = new SqlDatabase(
                this,
                "Database",
                SqlDatabaseProps.builder()
                        .server(landingZone.sqlServer())
                        .name("loans")
                        .sizing(environment.settings().sql().databases())
                        .build());
        new MetricAlert(
                this,
                "loans-storage",
                MetricAlertProps.builder()
                        .metric(database.metricStorage())
                        .operator("GreaterThan")
                        .threshold(STORAGE_ALERT)
                        .actionGroup(landingZone.alerts())
                        .description("The loans database uses more than %d %% of its storage".formatted(STORAGE_ALERT))
                        .build());
    }

    /** The database with the source table and its watermark. */
    public SqlDatabase database() {
        return database;
    }
}
