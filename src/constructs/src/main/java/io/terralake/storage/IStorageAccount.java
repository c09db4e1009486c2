package io.terralake.storage;

import software.constructs.IConstruct;

/** A storage account, made here or imported. */
public interface IStorageAccount extends IConstruct {

    /** The Azure id of the storage account. */
    String accountId();

    /** The name of the storage account. */
    String accountName();
}
