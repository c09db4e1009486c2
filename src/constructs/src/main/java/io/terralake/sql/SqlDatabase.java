package io.terralake.sql;

import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabaseConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabaseLongTermRetentionPolicy;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabaseShortTermRetentionPolicy;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import io.terralake.declarations.Database;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A database, encrypted, backed up, and serverless unless sized otherwise. */
public final class SqlDatabase extends AbstractSqlDatabase {
    private static final NamingRule NAMING = NamingRule.of(
            "sql database", "sqldb", 1, Database.LONGEST_NAME, Database.NAME_REGEX, Database.NAME_CHARACTERS);
    private static final LogProfile LOGS = new LogProfile("", List.of("allLogs"), List.of("Basic"));

    private final String databaseId;
    private final String databaseName;
    private final ISqlServer server;

    /** @throws ConstructException when Azure would not accept the name or the sizing */
    public SqlDatabase(Construct scope, String id, SqlDatabaseProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        DatabaseSizing sizing = Objects.requireNonNull(props.sizing());
        List<String> problems = new ArrayList<>(sizing.problems());
        if (props.server() instanceof SqlServer) {
            // An imported server may be in another region than the stack.
            problems.addAll(sizing.problems(Placement.of(this).region()));
        }
        if (!problems.isEmpty()) {
            throw new ConstructException(this, String.join("; ", problems));
        }
        this.server = props.server();
        MssqlDatabase resource = new MssqlDatabase(
                this,
                "Resource",
                MssqlDatabaseConfig.builder()
                        .name(TerraformText.literal(stack.nameOf(this, NAMING, props.name())))
                        .serverId(server.serverId())
                        .skuName(sizing.skuName())
                        .autoPauseDelayInMinutes(sizing.autoPauseMinutes())
                        .minCapacity(sizing.isServerless() ? sizing.size().leastVcores() : null)
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
        Diagnostics.send(resource, LOGS);
        declare(props.migrations());
    }

    /**
     * An existing database.
     *
     * @throws ConstructException when the id is not that of a SQL database
     */
    public static ISqlDatabase fromDatabaseId(Construct scope, String id, String databaseId) {
        return new ImportedSqlDatabase(scope, id, databaseId);
    }

    @Override
    public String databaseId() {
        return databaseId;
    }

    @Override
    public String databaseName() {
        return databaseName;
    }

    @Override
    public String host() {
        return server.host();
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
