package io.terralake.factory;

/** Files of one format in one store. */
public interface IFileDataset extends Dataset {
    /** Where the files are. */
    FileStore store();

    /** How the files are written. */
    FileFormat format();
}
