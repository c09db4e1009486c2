package io.terralake.deployhook;

import io.terralake.declarations.Database;
import io.terralake.declarations.DatabaseUser;
import io.terralake.deployhook.database.DatabaseForms;
import io.terralake.deployhook.database.DatabaseWork;
import io.terralake.deployhook.database.Scripts;
import io.terralake.registration.input.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One piece of work for each database, however many stacks declare it. A user belongs to the stack that declares it. */
final class DatabaseMerge {
    private final Map<String, Merged> databases = new LinkedHashMap<>();

    /** What was declared of one database so far. */
    private static final class Merged {
        final Database first;

        @Nullable String migrations;

        final Map<String, Owned> users = new LinkedHashMap<>();
        final Map<String, String> identities = new TreeMap<>();
        final Map<String, List<String>> owners = new LinkedHashMap<>();

        Merged(Database first) {
            this.first = first;
        }
    }

    private record Owned(String owner, DatabaseUser user) {}

    /** Adds what a stack declares. */
    void add(Declared declared) {
        List<Database> all = declared.declaration().databases();
        for (int i = 0; i < all.size(); i++) {
            Database database = all.get(i);
            Problems place = declared.place().at("/databases/" + i);
            Merged merged = databases.computeIfAbsent(key(database), key -> new Merged(database));
            addScripts(merged, database.migrations(), place);
            merged.owners.computeIfAbsent(declared.owner(), key -> new ArrayList<>());
            database.users().forEach(user -> addUser(merged, declared.owner(), user, place.at("/users")));
        }
    }

    /** A database whose address was refused is like no other; its scripts are checked all the same. */
    private String key(Database database) {
        return database.server().isEmpty() || database.database().isEmpty()
                ? "refused %d".formatted(databases.size())
                : DatabaseForms.identity(database.server(), database.database());
    }

    /** The work; scripts are read here, those of a folder once. */
    List<DatabaseWork> work(Path repository, Problems problems) {
        List<DatabaseWork> work = new ArrayList<>();
        for (Merged merged : databases.values()) {
            Optional<Scripts> scripts = Optional.ofNullable(merged.migrations)
                    .flatMap(folder -> Scripts.read(repository.resolve(folder), problems));
            Map<String, List<DatabaseUser>> users = new LinkedHashMap<>();
            merged.owners.forEach((owner, names) -> users.put(
                    owner,
                    names.stream().map(name -> merged.users.get(name).user()).toList()));
            work.add(new DatabaseWork(merged.first.server(), merged.first.database(), scripts.orElse(null), users));
        }
        return work;
    }

    private static void addScripts(Merged merged, @Nullable String migrations, Problems place) {
        if (migrations == null) {
            return;
        }
        if (merged.migrations != null && !merged.migrations.equals(migrations)) {
            place.at("/migrations")
                    .add("\"%s\" is not allowed: the same database has the scripts of \"%s\" already"
                            .formatted(migrations, merged.migrations));
        }
        merged.migrations = migrations;
    }

    private static void addUser(Merged merged, String owner, DatabaseUser user, Problems place) {
        String name = lower(user.name());
        String identity = lower(String.valueOf(user.identityOf() == null ? user.objectId() : user.identityOf()));
        if (name.isEmpty() || identity.isEmpty()) {
            return;
        }
        Owned known = merged.users.get(name);
        if (known != null && !known.owner.equals(owner)) {
            place.add("user \"%s\" belongs to the stack \"%s\", which declares it for the same database"
                    .formatted(user.name(), known.owner));
            return;
        }
        String other = merged.identities.putIfAbsent(identity, name);
        if (known == null && other != null) {
            place.add("user \"%s\" has the identity of user \"%s\"".formatted(user.name(), other));
        } else if (known != null && !name.equals(other)) {
            place.add("user \"%s\" is declared with two identities".formatted(user.name()));
        }
        merged.users.put(name, new Owned(owner, known == null ? user : union(known.user, user)));
        if (known == null) {
            merged.owners.get(owner).add(name);
        }
    }

    private static DatabaseUser union(DatabaseUser one, DatabaseUser other) {
        return new DatabaseUser(
                one.name(),
                one.objectId(),
                one.group(),
                one.identityOf(),
                union(one.roles(), other.roles()),
                union(one.execute(), other.execute()));
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return List.copyOf(union);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
