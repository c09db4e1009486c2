package io.terralake.factory;

/** Whose tables they are, as datasets, sources and sinks of the service call it. */
public enum TableStore {
    AZURE_SQL("AzureSqlTable", "AzureSql"),
    SQL_SERVER("SqlServerTable", "SqlServer"),
    SYNAPSE("AzureSqlDWTable", "SqlDW");

    private final String datasetType;
    private final String prefix;

    TableStore(String datasetType, String prefix) {
        this.datasetType = datasetType;
        this.prefix = prefix;
    }

    /** The type of a dataset of it. */
    public String datasetType() {
        return datasetType;
    }

    /** The type of a source of it. */
    public String sourceType() {
        return prefix + "Source";
    }

    /** The type of a sink of it. */
    public String sinkType() {
        return prefix + "Sink";
    }
}
