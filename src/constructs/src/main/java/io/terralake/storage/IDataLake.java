package io.terralake.storage;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;

/** A data lake, made here or imported. */
public interface IDataLake extends IStorageAccount {

    /** The host of the lake's DFS endpoint, such as {@code stlakedevweu.dfs.core.windows.net}. */
    String dfsHost();

    /**
     * A zone of the lake.
     *
     * @throws io.terralake.core.ConstructException when the lake has no zone of that name
     */
    Zone zone(String name);

    /** Lets a principal read every zone. */
    Grant grantRead(Principal principal);

    /** Lets a principal read, write and delete in every zone. */
    Grant grantWrite(Principal principal);

    /**
     * Lets a principal sign for what it may do itself, with a user delegation key; it reads nothing more by that. Unity Catalog
     * needs it where it has roles on zones and none on the account.
     */
    Grant grantDelegation(Principal principal);
}
