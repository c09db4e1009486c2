package io.terralake.sql;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.declarations.Database;
import io.terralake.declarations.RepositoryPath;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Metric;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** What databases made here and imported databases have in common: users, which the deploy hook makes. */
abstract class AbstractSqlDatabase extends StackPart implements ISqlDatabase {
    private final DatabaseGrants grants = new DatabaseGrants(this);
    private boolean declared;

    AbstractSqlDatabase(Construct scope, String id) {
        super(scope, id);
    }

    /** Lets the deploy hook initialise the database; without it, the first grant does. */
    final void declare(@Nullable String migrations) {
        if (migrations != null && !RepositoryPath.matches(migrations)) {
            throw new ConstructException(
                    this, "migrations \"%s\" are not allowed: %s".formatted(migrations, RepositoryPath.FORM));
        }
        declared = true;
        PlatformStack.of(this)
                .afterDeployment()
                .add(() -> new Database(host(), databaseName(), migrations, grants.users()));
    }

    @Override
    public final Grant grantRead(Principal principal) {
        grants.addRole(principal, "db_datareader");
        return granted();
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        grants.addRole(principal, "db_datawriter");
        return granted();
    }

    @Override
    public final Grant grantExecute(Principal principal, String procedure) {
        grants.addProcedure(principal, procedure);
        return granted();
    }

    @Override
    public final Metric metricStorage() {
        return new Metric("Microsoft.Sql/servers/databases", "storage_percent", Aggregation.MAXIMUM, databaseId());
    }

    private Grant granted() {
        if (!declared) {
            declare(null);
        }
        return new UserGrant(this);
    }

    private record UserGrant(Construct database) implements Grant {
        @Override
        public Grant applyBefore(Construct dependant) {
            throw new ConstructException(
                    dependant,
                    "nothing can wait for a grant in the database \"%s\": the deploy hook gives it after the deployment"
                            .formatted(database.getNode().getPath()));
        }
    }
}
