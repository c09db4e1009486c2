package io.terralake.jobs;

import io.terralake.input.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Where a table, a file or a result lies. However it is spelt, two addresses of one place are equal: by {@code ..}, slashes, schemes,
 * links, or letters that a store does not distinguish.
 *
 * <p>Other stores than this machine are asked by Spark's readers only: Unity Catalog gives a cluster no other way to a lake.
 */
final class Place {
    /** Names of one store: blobs and files of an Azure account are the same, encrypted or not. */
    private static final Set<String> AZURE = Set.of("abfs", "abfss", "wasb", "wasbs");

    /** The reader's option, Spark's own, to take no letter of a name, such as {@code *} and {@code [}, for a pattern. */
    static final String GLOB = "__globPaths__";

    private final SparkSession spark;
    private final String given;
    private final Path path;
    private final java.nio.file.@Nullable Path local;
    private final String store;
    private final String folder;

    /** @throws InputException when it is no address */
    Place(SparkSession spark, String given) {
        this.spark = spark;
        this.given = given;
        URI address = absolute(spark, given).toUri();
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("file")) {
            this.local = real(given, address.getPath());
            this.path = new Path("file", null, local.toString());
            this.store = scheme;
            this.folder = slashed(local.toString());
        } else {
            this.local = null;
            this.path = new Path(address);
            boolean azure = AZURE.contains(scheme);
            String authority = String.valueOf(address.getAuthority()).toLowerCase(Locale.ROOT);
            this.store =
                    azure ? authority.replace(".blob.", ".dfs.").replaceFirst(":443$", "") : scheme + "://" + authority;
            this.folder = slashed(address.getPath().replaceFirst("^(/\\.\\.)+(?=/|$)", ""));
        }
    }

    /** The address as Spark takes it. */
    String path() {
        return path.toString();
    }

    /** Whether one of two places is, or holds, the other. */
    boolean overlaps(Place other) {
        return sharesStore(other) && (folder.startsWith(other.folder) || other.folder.startsWith(folder));
    }

    /** Whether files can be moved from one of two places to the other. */
    boolean sharesStore(Place other) {
        return store.equals(other.store);
    }

    /**
     * What is in it and below, by relative names; of another store only what Spark sees, which is no name that begins with {@code _} or
     * {@code .}. A file holds the empty name; empty when there is nothing at the address.
     *
     * @throws InputException when it cannot be reached
     */
    Optional<List<String>> contents() {
        try {
            return local == null ? remote() : contents(local);
        } catch (Exception e) {
            // Spark's API for Java hides that this checked exception is thrown.
            if (e instanceof AnalysisException missing && "PATH_NOT_FOUND".equals(missing.getCondition())) {
                return Optional.empty();
            }
            throw new InputException("\"%s\" cannot be reached: %s".formatted(given, Failures.explain(e)));
        }
    }

    private static Optional<List<String>> contents(java.nio.file.Path local) throws IOException {
        if (!Files.exists(local)) {
            return Optional.empty();
        }
        try (Stream<java.nio.file.Path> all = Files.walk(local)) {
            return Optional.of(all.filter(path -> !path.equals(local) || Files.isRegularFile(path))
                    .map(path -> local.relativize(path).toString())
                    .toList());
        }
    }

    private Optional<List<String>> remote() {
        String[] files =
                reader().option("recursiveFileLookup", true).load(path()).inputFiles();
        return Optional.of(Arrays.stream(files)
                .map(file ->
                        slashed(new Path(URI.create(file)).toUri().getPath()).substring(folder.length()))
                .map(name -> name.replaceFirst("/$", ""))
                .toList());
    }

    /** Whether it has a folder of a name, as far as that can be seen: another store may well have it. */
    boolean holds(String name) {
        return local == null || Files.isDirectory(local.resolve(name));
    }

    /** @throws InputException when it is no file */
    Place checkFile() {
        if (!contents().orElse(List.of()).equals(List.of(""))) {
            throw new InputException("\"%s\": no such file".formatted(given));
        }
        return this;
    }

    /** The bytes of the file. */
    InputStream open() throws IOException {
        return local != null
                ? Files.newInputStream(local)
                : new ByteArrayInputStream(
                        reader().load(path()).select("content").head().getAs(0));
    }

    private DataFrameReader reader() {
        return spark.read().format("binaryFile").option(GLOB, false);
    }

    @Override
    public String toString() {
        return given;
    }

    private static Path absolute(SparkSession spark, String given) {
        try {
            var configuration = spark.sessionState().newHadoopConf();
            URI root = FileSystem.getDefaultUri(configuration);
            Path path = new Path(given);
            Path workingFolder = path.isAbsolute() || !"file".equals(root.getScheme())
                    ? new Path("/")
                    : new Path(java.nio.file.Path.of("").toAbsolutePath().toUri());
            return path.makeQualified(root, workingFolder);
        } catch (IllegalArgumentException e) {
            throw new InputException("\"%s\" is no path: %s".formatted(given, e.getMessage()));
        }
    }

    /** A path without links, of which the end need not exist. */
    private static java.nio.file.Path real(String given, String path) {
        try {
            java.nio.file.Path normal = java.nio.file.Path.of(path).normalize();
            java.nio.file.Path existing = normal;
            while (!Files.exists(existing)) {
                existing = Objects.requireNonNull(existing.getParent());
            }
            return existing.toRealPath().resolve(existing.relativize(normal));
        } catch (IOException | InvalidPathException e) {
            throw new InputException("\"%s\" is no path: %s".formatted(given, e.getMessage()));
        }
    }

    private static String slashed(String path) {
        return path.endsWith("/") ? path : path + "/";
    }
}
