package io.terralake.deployhook.database;

import io.terralake.declarations.Database;
import io.terralake.declarations.DatabaseUser;
import io.terralake.registration.input.Form;
import java.util.Locale;

/** What the names of servers, databases, users and roles must look like. */
public final class DatabaseForms {
    /** A server's host, with or without a port. */
    public static final Form SERVER = ServerAddress.FORM;

    /** A database that is somebody's own. */
    public static final Form DATABASE =
            Form.of(Database.NAME_REGEX, Database.LONGEST_NAME, "1 to 128 characters, " + Database.NAME_CHARACTERS);

    /** Users; SQL Server's names have 128 characters at most. */
    public static final Form USER = Form.of(DatabaseUser.NAME_REGEX, 128, DatabaseUser.NAME_FORM);

    /** Roles that have members of one's own; {@code public} has everybody. */
    public static final Form ROLE = Form.of(
            "(?!(?i:public)$)[^\\p{Cntrl}]{1,128}",
            128,
            "a role such as db_datareader, 1 to 128 characters, without control characters, not public");

    private DatabaseForms() {}

    /**
     * What two declarations of the same database have in common, whatever their case and whether they name the usual port.
     *
     * @param server in the form of {@link #SERVER}
     */
    public static String identity(String server, String database) {
        String address = ServerAddress.isOtherEngine(server)
                ? server
                : ServerAddress.of(server).toString().toLowerCase(Locale.ROOT);
        return "%s/%s".formatted(address, database.toLowerCase(Locale.ROOT));
    }
}
