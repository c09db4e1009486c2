package io.terralake.cosmos;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A database of an account, made here or imported. */
public interface ICosmosDatabase extends IConstruct {

    /** What it is in. */
    ICosmosAccount account();

    /** Its name. */
    String databaseName();

    /** Lets a principal read the data of every container. */
    Grant grantRead(Principal principal);

    /** Lets a principal read, write and delete data of every container, and call its stored procedures. */
    Grant grantWrite(Principal principal);
}
