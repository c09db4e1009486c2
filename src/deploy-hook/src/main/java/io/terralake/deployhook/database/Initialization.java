package io.terralake.deployhook.database;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.declarations.Database;
import io.terralake.declarations.DatabaseUser;
import io.terralake.deployhook.input.BadInputException;
import io.terralake.deployhook.arm.Arm;
import io.terralake.deployhook.arm.ArmException;
import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.flywaydb.core.internal.jdbc.DriverDataSource;

/** Brings a database to where a deployment wants it: its scripts, then its users. */
public final class Initialization {
    private static final String IDENTITIES = "2023-01-31";

    private final Connections connections;
    private final Supplier<Arm> arm;
    private final Path repository;
    private final boolean dryRun;

    /**
     * Prepares; nothing is connected to yet.
     *
     * @param connections how databases are reached
     * @param arm is asked for the client ids of identities; not made for a database without any
     * @param repository what the folders of scripts are relative to
     * @param dryRun whether nothing is changed
     */
    public Initialization(Connections connections, Supplier<Arm> arm, Path repository, boolean dryRun) {
        this.connections = connections;
        this.arm = arm;
        this.repository = repository;
        this.dryRun = dryRun;
    }

    /**
     * Checks what can be checked without the database.
     *
     * @param database what is declared
     * @throws BadInputException with what is wrong with its scripts
     */
    public void check(Database database) {
        if (database.migrations() != null) {
            Scripts.check(repository.resolve(database.migrations()));
        }
    }

    /**
     * Runs the scripts and makes the users; what fails is in the items.
     *
     * @param database what is declared
     * @return an item for each script and user that was looked at
     */
    public List<Item> run(Database database) {
        String target = database.database();
        List<Item> items = new ArrayList<>();
        try (Connection connection = connections.open(database)) {
            if (database.migrations() != null) {
                items.addAll(new Migrations(target, dataSource(database), repository.resolve(database.migrations()))
                        .run(dryRun));
            }
            items.addAll(users(target, database, connection));
        } catch (DatabaseException | ArmException e) {
            items.add(new Item(target, "database", target, Outcome.FAILED, e.getMessage()));
        } catch (SQLException e) {
            items.add(new Item(
                    target,
                    "database",
                    target,
                    Outcome.FAILED,
                    "error %d: %s".formatted(e.getErrorCode(), e.getMessage())));
        }
        return items;
    }

    private List<Item> users(String target, Database database, Connection connection) throws SQLException {
        List<DatabaseUser> declared = Objects.requireNonNull(database.users());
        if (!connection.getMetaData().getDatabaseProductName().equals("Microsoft SQL Server")) {
            return declared.stream()
                    .map(user -> new Item(
                            target, "user", user.name(), Outcome.FAILED, "only SQL Server has users of Entra ID"))
                    .toList();
        }
        UserCatalog catalog = new UserCatalog(connection);
        List<WantedUser> wanted = new ArrayList<>();
        for (DatabaseUser user : declared) {
            wanted.add(new WantedUser(
                    user.name(),
                    Sid.of(guid(user, arm)),
                    user.group(),
                    new HashSet<>(Objects.requireNonNull(user.roles())),
                    new HashSet<>(Objects.requireNonNull(user.execute()))));
        }
        UserPlan plan = UserPlan.of(target, wanted, catalog.read());
        if (!dryRun) {
            catalog.apply(plan);
        }
        return plan.items();
    }

    /** What SQL Server knows an identity by: the client id of a managed identity, the object id of groups and users. */
    static String guid(DatabaseUser user, Supplier<Arm> arm) {
        if (user.identityOf() == null) {
            return String.valueOf(user.objectId());
        }
        String id = user.identityOf() + "/providers/Microsoft.ManagedIdentity/identities/default";
        return arm.get()
                .get(id, IDENTITIES)
                .map(properties -> properties.path("clientId"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElseThrow(() -> new DatabaseException("user \"%s\": there is no system-assigned identity of %s"
                        .formatted(user.name(), user.identityOf())));
    }

    private DriverDataSource dataSource(Database database) {
        return new DriverDataSource(
                Thread.currentThread().getContextClassLoader(),
                null,
                connections.url(database),
                connections.user(),
                connections.password());
    }
}
