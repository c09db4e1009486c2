package io.terralake.cosmos;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A Cosmos DB account, made here or imported. */
public interface ICosmosAccount extends IConstruct {

    /** The Azure id of the account. */
    String accountId();

    /** Its name. */
    String accountName();

    /** Its resource group, which its databases are made in. */
    String accountResourceGroupName();

    /** Where clients go, such as {@code https://cosmos-tlake-dev-weu.documents.azure.com:443/}. */
    String endpoint();

    /** Lets a principal read the data of every database. */
    Grant grantRead(Principal principal);

    /** Lets a principal read, write and delete data of every database, and call its stored procedures. */
    Grant grantWrite(Principal principal);
}
