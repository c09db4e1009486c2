package io.terralake.sql;

import io.terralake.core.ConstructException;
import io.terralake.core.Tokens;
import io.terralake.declarations.DatabaseUser;
import io.terralake.declarations.ProcedureName;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Principal;
import io.terralake.identity.PrincipalType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.constructs.Construct;

/** Who may do what in a database. Azure cannot say it from outside: the deploy hook makes users of it. */
final class DatabaseGrants {
    private final Construct database;
    /** By name, which databases compare without regard to case. */
    private final Map<String, CheckedPrincipal> principals = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final Map<String, Set<String>> roles = new TreeMap<>();
    private final Map<String, Set<String>> procedures = new TreeMap<>();

    DatabaseGrants(Construct database) {
        this.database = database;
    }

    void addRole(Principal principal, String role) {
        add(roles, principal, role);
    }

    void addProcedure(Principal principal, String procedure) {
        if (!ProcedureName.matches(procedure)) {
            throw new ConstructException(
                    database, "procedure \"%s\" is not allowed: %s".formatted(procedure, ProcedureName.FORM));
        }
        add(procedures, principal, procedure);
    }

    List<DatabaseUser> users() {
        return principals.keySet().stream().map(this::user).toList();
    }

    private void add(Map<String, Set<String>> grants, Principal given, String granted) {
        CheckedPrincipal principal = new CheckedPrincipal(database, given);
        String name = principal.displayName();
        Optional<PrincipalType> type = principal.principalType();
        boolean inDirectory =
                type.equals(Optional.of(PrincipalType.GROUP)) || type.equals(Optional.of(PrincipalType.USER));
        if (!inDirectory && principal.identityOf().isEmpty()) {
            throw new ConstructException(
                    database,
                    "\"%s\" cannot become a database user: grant to a group, a user, or a resource with an identity"
                            .formatted(name));
        }
        if (!Tokens.isIn(name) && !name.matches(DatabaseUser.NAME_REGEX)) {
            throw new ConstructException(
                    database, "user name \"%s\" is not allowed: %s".formatted(name, DatabaseUser.NAME_FORM));
        }
        grants.computeIfAbsent(userOf(principal, name), key -> new TreeSet<>()).add(granted);
    }

    /** The name that a principal is known by here: the first one that was said. */
    private String userOf(CheckedPrincipal principal, String name) {
        for (Map.Entry<String, CheckedPrincipal> known : principals.entrySet()) {
            if (known.getValue().isSame(principal)) {
                known.getValue().requireSameType(principal);
                return known.getKey();
            }
        }
        if (principals.putIfAbsent(name, principal) != null) {
            throw new ConstructException(
                    database,
                    "two principals are called \"%s\", users of a database need different names".formatted(name));
        }
        return name;
    }

    private DatabaseUser user(String name) {
        CheckedPrincipal principal = principals.get(name);
        String identityOf = principal.identityOf().orElse(null);
        return new DatabaseUser(
                name,
                identityOf == null ? principal.principalId() : null,
                principal.principalType().filter(PrincipalType.GROUP::equals).isPresent(),
                identityOf,
                List.copyOf(roles.getOrDefault(name, Set.of())),
                List.copyOf(procedures.getOrDefault(name, Set.of())));
    }
}
