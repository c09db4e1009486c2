package io.terralake.sql;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.monitoring.Metric;
import software.constructs.IConstruct;

/** A SQL database, made here or imported. The deploy hook makes whoever is granted something a user of it. */
public interface ISqlDatabase extends IConstruct {

    /** The Azure id of the database. */
    String databaseId();

    /** The name of the database, as a token that makes who uses it wait for it. */
    String databaseName();

    /** The host of the server that the database is on. */
    String host();

    /** Lets a principal read every table. */
    Grant grantRead(Principal principal);

    /** Lets a principal write to every table. */
    Grant grantWrite(Principal principal);

    /**
     * Lets a principal call a stored procedure.
     *
     * @param procedure schema and name in brackets, such as {@code [dbo].[usp_UpdateWatermark]}
     * @throws io.terralake.core.ConstructException when the procedure's name has another form
     */
    Grant grantExecute(Principal principal, String procedure);

    /** Share of its storage that the database uses, in percent. */
    Metric metricStorage();
}
