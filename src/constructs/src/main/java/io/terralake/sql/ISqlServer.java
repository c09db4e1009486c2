package io.terralake.sql;

import software.constructs.IConstruct;

/** A logical SQL server, made here or imported. */
public interface ISqlServer extends IConstruct {

    /** The Azure id of the server. */
    String serverId();

    /** The server's host, such as {@code sql-tlake-dev-weu.database.windows.net}. */
    String host();
}
