package io.terralake.cosmos;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A container of a database, made here or imported. */
public interface ICosmosContainer extends IConstruct {

    /** What it is in. */
    ICosmosDatabase database();

    /** Its name. */
    String containerName();

    /** Lets a principal read its data. */
    Grant grantRead(Principal principal);

    /** Lets a principal read, write and delete its data, and call its stored procedures. */
    Grant grantWrite(Principal principal);
}
