package io.terralake.jobs;

import io.terralake.input.InputException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The files of a folder; their contents are left alone. */
final class NewFiles {
    private static final StructType BINARY_FILE =
            StructType.fromDDL("path STRING, modificationTime TIMESTAMP, length BIGINT, content BINARY");

    private static final Pattern PATTERN = Pattern.compile("[{}\\[\\]*?\\\\]");

    private NewFiles() {}

    /**
     * {@code path} and {@code length} of each file of a folder and below, whose name begins with neither {@code _} nor {@code .}.
     *
     * @param atOnce how many there are in a batch at most
     * @throws InputException when there is no such folder, or Spark takes its name for a pattern
     */
    static Dataset<Row> stream(SparkSession spark, Place folder, int atOnce) {
        return stream(spark, folder, atOnce, Map.of()).select("path", "length");
    }

    /**
     * The same with {@code modificationTime} and {@code content}.
     *
     * @param options further ones of the reader
     */
    static Dataset<Row> stream(SparkSession spark, Place folder, int atOnce, Map<String, String> options) {
        if (PATTERN.matcher(folder.path()).find()) {
            throw new InputException(
                    "\"%s\" is not allowed: Spark's streams take a path with any of { } [ ] * ? \\ for a pattern"
                            .formatted(folder));
        }
        try {
            return spark.readStream()
                    .format("binaryFile")
                    .schema(BINARY_FILE)
                    .option(Place.GLOB, false)
                    .option("recursiveFileLookup", true)
                    .option("maxFilesPerTrigger", atOnce)
                    // A file that came late is not old: else those a week older than the newest would be passed over.
                    .option("maxFileAge", "36500d")
                    .options(options)
                    .load(folder.path());
        } catch (Exception e) {
            // Spark's API for Java hides that this checked exception is thrown.
            if (e instanceof AnalysisException missing && "PATH_NOT_FOUND".equals(missing.getCondition())) {
                throw new InputException("\"%s\": no such folder".formatted(folder));
            }
            throw new InputException("\"%s\" cannot be reached: %s".formatted(folder, Failures.explain(e)));
        }
    }

    /** The paths of all files that the stream sees, of empty ones too. */
    static Set<String> all(SparkSession spark, Place folder) {
        String[] files = reader(spark)
                .option("recursiveFileLookup", true)
                .load(folder.path())
                .inputFiles();
        return Arrays.stream(files)
                .map(file -> new Path(URI.create(file)).toString())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** {@code path}, {@code length} and {@code modificationTime} of those files that are not empty. */
    static List<Row> list(SparkSession spark, Set<String> files) {
        return reader(spark)
                .load(files.toArray(String[]::new))
                .select("path", "length", "modificationTime")
                .collectAsList();
    }

    static DataFrameReader reader(SparkSession spark) {
        return spark.read().format("binaryFile").option(Place.GLOB, false);
    }
}
