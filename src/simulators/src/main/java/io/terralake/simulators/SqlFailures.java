package io.terralake.simulators;

import java.sql.SQLException;

/** What to do about failures of SQL Server, by the error numbers that it documents. */
final class SqlFailures {
    private static final int LOGIN_FAILED = 18456;
    private static final int PERMISSION_DENIED = 229;
    private static final int OBJECT_NOT_FOUND = 208;
    private static final int CANNOT_TRUNCATE = 4701;
    private static final int PROCEDURE_NOT_FOUND = 2812;
    private static final int DUPLICATE_KEY = 2627;

    private SqlFailures() {}

    static String explain(SQLException failure) {
        String said = String.valueOf(failure.getMessage());
        String state = String.valueOf(failure.getSQLState());
        String advice = switch (failure.getErrorCode()) {
            case LOGIN_FAILED -> "the login was refused: is it a user of this database, or the server's administrator?";
            case PERMISSION_DENIED, CANNOT_TRUNCATE ->
                "permission denied: loading needs db_datareader and db_datawriter,"
                        + " --clean needs db_ddladmin and EXECUTE on usp_ResetWatermark too";
            case OBJECT_NOT_FOUND, PROCEDURE_NOT_FOUND ->
                "the database is not migrated: run the scripts in stacks/loan-versions/sql first";
            case DUPLICATE_KEY -> "somebody else loads the same loans, nothing was changed: run it again";
            default ->
                state.startsWith("08")
                        ? "the server cannot be reached: is it up, and does its firewall let this machine through?"
                        : "the database refused; nothing was changed";
        };
        return "%s (%s)".formatted(advice, said);
    }
}
