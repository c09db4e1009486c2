package io.terralake.deployhook.database;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.declarations.DatabaseUser;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Brings a database to where a deployment wants it: its scripts, then its users. */
public final class Initialization {
    private static final String IDENTITIES = "2023-01-31";

    private final Connections connections;
    private final Supplier<Arm> arm;
    private final Options options;

    /**
     * How databases are brought to where they should be.
     *
     * @param baseline the version that databases with tables are taken over at; empty for none
     * @param dryRun whether nothing is changed
     */
    public record Options(Optional<Long> baseline, boolean dryRun) {}

    /**
     * Prepares; nothing is connected to yet.
     *
     * @param connections how databases are reached
     * @param arm is asked for the client ids of identities; not made for a database without any
     * @param options how databases are brought to where they should be
     */
    public Initialization(Connections connections, Supplier<Arm> arm, Options options) {
        this.connections = connections;
        this.arm = arm;
        this.options = options;
    }

    /**
     * Runs the scripts and makes the users; what fails is in the items.
     *
     * @param work what is to be done
     * @return an item for each script and user that was looked at
     */
    public List<Item> run(DatabaseWork work) {
        String target = work.database();
        List<Item> items = new ArrayList<>();
        try {
            DataSource database = connections.to(work.server(), target);
            try (Connection connection = database.getConnection()) {
                Scripts scripts = work.scripts();
                if (scripts != null) {
                    items.addAll(new Migrations(target, database, scripts, options.baseline()).run(options.dryRun()));
                }
                boolean failed = items.stream().anyMatch(Item::failed);
                for (Map.Entry<String, List<DatabaseUser>> stack : work.users().entrySet()) {
                    items.addAll(
                            failed
                                    ? skipped(target, stack.getValue())
                                    : users(target, stack.getKey(), stack.getValue(), connection));
                }
            }
        } catch (DatabaseException e) {
            items.add(failure(target, e.getMessage()));
        } catch (SQLException e) {
            items.add(failure(
                    target,
                    e.getErrorCode() == 0
                            ? e.getMessage()
                            : "error %d: %s".formatted(e.getErrorCode(), e.getMessage())));
        } catch (RuntimeException e) {
            items.add(failure(target, "unexpected: " + e));
        }
        return items;
    }

    private static Item failure(String target, String why) {
        return new Item(target, "database", target, Outcome.FAILED, why);
    }

    private static List<Item> skipped(String target, List<DatabaseUser> users) {
        return users.stream()
                .map(user -> new Item(target, "user", user.name(), Outcome.FAILED, "not done, because a script failed"))
                .toList();
    }

    private List<Item> users(String target, String stack, List<DatabaseUser> declared, Connection connection)
            throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("Microsoft SQL Server")) {
            return declared.stream()
                    .map(user -> new Item(
                            target, "user", user.name(), Outcome.FAILED, "only SQL Server has users of Entra ID"))
                    .toList();
        }
        UserCatalog catalog = new UserCatalog(connection, CatalogQueries.ENTRA);
        List<Item> items = new ArrayList<>();
        List<WantedUser> wanted = new ArrayList<>();
        List<ExistingUser> existing = new ArrayList<>(catalog.read());
        for (DatabaseUser user : declared) {
            try {
                wanted.add(new WantedUser(
                        user.name(),
                        Sid.of(guid(user, arm)),
                        user.group(),
                        new HashSet<>(Objects.requireNonNull(user.roles())),
                        new HashSet<>(Objects.requireNonNull(user.execute()))));
            } catch (DatabaseException | ArmException e) {
                // Nobody knows who it is now; what it has stays.
                items.add(new Item(target, "user", user.name(), Outcome.FAILED, e.getMessage()));
                existing.removeIf(found -> found.name().equalsIgnoreCase(user.name()));
            }
        }
        UserPlan plan = UserPlan.of(target, stack, wanted, existing);
        items.addAll(options.dryRun() ? plan.items() : catalog.apply(plan));
        return items;
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
}
