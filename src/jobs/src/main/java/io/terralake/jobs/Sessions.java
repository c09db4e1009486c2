package io.terralake.jobs;

import org.apache.spark.sql.SparkSession;

/** Spark where there is no cluster. */
final class Sessions {
    private Sessions() {}

    // By its name: its class is there only where Hadoop's way to a lake is.
    private static final String IDENTITY = "io.terralake.jobs.LakeIdentity";

    /** Spark with Delta Lake in this process, on all cores, deaf to the network; to a lake it is {@link LakeIdentity}. */
    static SparkSession local() {
        return SparkSession.builder()
                .appName("terralake")
                .master("local[*]")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", Runtime.getRuntime().availableProcessors())
                // As many for each reading of a table's log would be for a log of millions of files.
                .config("spark.databricks.delta.snapshotPartitions", 2)
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.hadoop.fs.azure.account.auth.type", "Custom")
                .config("spark.hadoop.fs.azure.account.oauth.provider.type", IDENTITY)
                .getOrCreate();
    }
}
