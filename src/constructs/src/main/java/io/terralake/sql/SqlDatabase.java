package io.terralake.sql;

import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabaseConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabaseLongTermRetentionPolicy;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabaseShortTermRetentionPolicy;
import io.terralake.core.AzureResource;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.declarations.Database;
import io.terralake.identity.Principal;
import io.terralake.monitoring.Metric;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A database, encrypted, backed up, and serverless unless sized otherwise. */
public final class SqlDatabase extends Construct {
    private final String databaseId;
    private final String databaseName;
    private final SqlServer server;
    private final DatabaseGrants grants = new DatabaseGrants(this);

    /** @throws ConstructException when Azure would not accept the name or the sizing */
    public SqlDatabase(Construct scope, String id, SqlDatabaseProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        DatabaseSizing sizing = Objects.requireNonNull(props.sizing());
        List<String> problems = sizing.problems();
        if (!problems.isEmpty()) {
            throw new ConstructException(this, String.join("; ", problems));
        }
        this.server = props.server();
        MssqlDatabase resource = new MssqlDatabase(
                this,
                "Resource",
                MssqlDatabaseConfig.builder()
                        .name(stack.nameOf(this, AzureResource.SQL_DATABASE, props.name()))
                        .serverId(server.serverId())
                        .skuName(sizing.skuName())
                        .autoPauseDelayInMinutes(sizing.autoPauseMinutes())
                        .minCapacity(sizing.isServerless() ? 0.5 : null)
                        .zoneRedundant(sizing.zoneRedundant())
                        .storageAccountType(
                                Objects.requireNonNull(sizing.backupStorage()).azureName())
                        .shortTermRetentionPolicy(MssqlDatabaseShortTermRetentionPolicy.builder()
                                .retentionDays(sizing.pointInTimeDays())
                                .build())
                        .longTermRetentionPolicy(longTermBackups(sizing))
                        .tags(stack.tags())
                        .build());
        this.databaseId = resource.getId();
        this.databaseName = resource.getName();
        stack.protection().retainAndLock(resource, databaseId, props.removalPolicy());
        stack.afterDeployment()
                .add(() -> new Database(server.host(), databaseName, props.migrations(), grants.users()));
    }

    /** The Azure id of the database. */
    public String databaseId() {
        return databaseId;
    }

    /** The name of the database, as a token that makes who uses it wait for it. */
    public String databaseName() {
        return databaseName;
    }

    /** The server that the database is on. */
    public SqlServer server() {
        return server;
    }

    /** Lets a principal read every table. The deploy hook makes it a user of the database. */
    public void grantRead(Principal principal) {
        grants.addRole(principal, "db_datareader");
    }

    /** Lets a principal write to every table. The deploy hook makes it a user of the database. */
    public void grantWrite(Principal principal) {
        grants.addRole(principal, "db_datawriter");
    }

    /**
     * Lets a principal call a stored procedure. The deploy hook makes it a user of the database.
     *
     * @param procedure schema and name in brackets, such as {@code [dbo].[usp_UpdateWatermark]}
     * @throws ConstructException when the procedure's name has another form
     */
    public void grantExecute(Principal principal, String procedure) {
        grants.addProcedure(principal, procedure);
    }

    /** Share of its storage that the database uses, in percent. */
    public Metric metricStorage() {
        return new Metric("Microsoft.Sql/servers/databases", "storage_percent", "Maximum", databaseId);
    }

    private static @Nullable MssqlDatabaseLongTermRetentionPolicy longTermBackups(DatabaseSizing sizing) {
        if (!sizing.hasLongTermBackups()) {
            return null;
        }
        return MssqlDatabaseLongTermRetentionPolicy.builder()
                .weeklyRetention(period(sizing.weeklyBackups(), "W"))
                .monthlyRetention(period(sizing.monthlyBackups(), "M"))
                .build();
    }

    private static @Nullable String period(@Nullable Integer count, String unit) {
        return count == null ? null : "P%d%s".formatted(count, unit);
    }
}
