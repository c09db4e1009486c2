package io.terralake.deployhook.database;

import io.terralake.declarations.DatabaseUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with one database, whoever declared it.
 *
 * @param server the host of its server, with the port where it is not 1433
 * @param database its name
 * @param scripts its scripts, read and checked; null for none
 * @param users the users of each stack that declared the database, by the stack's name
 */
public record DatabaseWork(
        String server, String database, @Nullable Scripts scripts, Map<String, List<DatabaseUser>> users) {}
