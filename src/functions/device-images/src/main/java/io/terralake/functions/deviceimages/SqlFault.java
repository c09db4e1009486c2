package io.terralake.functions.deviceimages;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** What to do about a failure of the database, by the error numbers that SQL Server documents. */
enum SqlFault {
    /** Over in seconds: try again. */
    PASSING,
    /** Somebody must mend the database: the message comes back later. */
    LASTING,
    /** The values do not fit: never again. */
    VALUES;

    /**
     * Azure SQL, "transient fault error codes" (4060, 40197, 40501, 40613, 49918 to 49920, 615, 926, 4221), the limits of resources (10928,
     * 10929), a deadlock (1205), a lock that took too long (1222), and a row that somebody else wrote first (2601, 2627).
     */
    private static final Set<Integer> PASSING_ERRORS = Set.of(
            615, 926, 1205, 1222, 2601, 2627, 4060, 4221, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920);

    /** NULL where none is allowed (515), a check that fails (547), a text that would be cut (2628, 8152), a number too large (220, 8115). */
    private static final Set<Integer> VALUE_ERRORS = Set.of(220, 515, 547, 2628, 8115, 8152);

    /**
     * Connections that cannot be made or broke (ISO/IEC 9075, class 08), rows that are there already (class 23), and transactions that must be
     * repeated (class 40).
     */
    private static final Set<String> PASSING_STATES = Set.of("08", "23", "40");

    static SqlFault of(SQLException failure) {
        if (VALUE_ERRORS.contains(failure.getErrorCode())) {
            return VALUES;
        }
        String state = String.valueOf(failure.getSQLState());
        boolean passing = failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || PASSING_ERRORS.contains(failure.getErrorCode())
                || PASSING_STATES.contains(state.substring(0, Math.min(2, state.length())));
        return passing ? PASSING : LASTING;
    }

    /** What the function throws for the failure. */
    RuntimeException exception(String place, SQLException failure) {
        String message = "%s (SQL error %d)".formatted(place, failure.getErrorCode());
        return switch (this) {
            case PASSING -> UnavailableException.passing(message, failure);
            case LASTING -> UnavailableException.lasting(message, failure);
            case VALUES -> new RejectedException(message);
        };
    }
}
