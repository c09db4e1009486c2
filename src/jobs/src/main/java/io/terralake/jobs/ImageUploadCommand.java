package io.terralake.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes images of a device to the lake, one after another until it is ended. Runs where the images are, and as a JAR task of Databricks. */
@Command(
        name = "image-upload",
        sortOptions = false,
        description = "Takes each new image of a folder to the lake, as a JSON record in a file of JSON lines.")
public final class ImageUploadCommand implements Callable<Integer> {
    private static final int MOST_FILES = 10_000;
    private static final int LONGEST_INTERVAL = 3_600;

    private final Supplier<SparkSession> sessions;

    @Spec
    CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    boolean help;

    @Option(names = "--input", required = true, description = "folder with *.png at any depth, each there as a whole")
    String input = "";

    @Option(
            names = "--output",
            required = true,
            description =
                    "folder for files of JSON lines, such as abfss://images@<account>.dfs.core.windows.net/records")
    String output = "";

    @Option(
            names = "--checkpoint",
            required = true,
            description = "folder that remembers which images were taken; one for each --output")
    String checkpoint = "";

    @ArgGroup(multiplicity = "1")
    Afterwards afterwards = new Afterwards();

    @Option(
            names = "--files-per-batch",
            defaultValue = "100",
            description = "how many images are taken together at most; default: ${DEFAULT-VALUE}")
    int filesPerBatch;

    @Option(
            names = "--interval",
            defaultValue = "10",
            description = "seconds from one look into an empty folder to the next; default: ${DEFAULT-VALUE}")
    int interval;

    @Option(names = "--once", description = "takes what is there and ends")
    boolean once;

    /** What becomes of an image that was taken. */
    static final class Afterwards {
        @Option(names = "--archive", description = "folder that images are moved to, each to its whole path below it")
        @Nullable String archive;

        @Option(names = "--delete", description = "images are deleted instead")
        boolean delete;
    }

    /**
     * The command in a process that has Spark.
     *
     * @param sessions gives Spark; it is not asked for a wrong command line
     */
    public ImageUploadCommand(Supplier<SparkSession> sessions) {
        this.sessions = sessions;
    }

    /**
     * Runs the command. It ends with an exception on Databricks, which takes that for a failed task, else with an exit code.
     *
     * @param arguments those of the command line; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        JobCommand.main(ImageUploadCommand::new, arguments);
    }

    @Override
    public Integer call() throws Exception {
        require("--files-per-batch", filesPerBatch, MOST_FILES);
        require("--interval", interval, LONGEST_INTERVAL);
        Map<String, String> places = new LinkedHashMap<>();
        places.put("--input", input);
        places.put("--output", output);
        places.put("--checkpoint", checkpoint);
        if (afterwards.archive != null) {
            places.put("--archive", afterwards.archive);
        }
        // Settings of its own, and none left behind.
        SparkSession spark = sessions.get().newSession();
        LakeKeys.refuse(spark);
        ImageUpload upload = new ImageUpload(spark, ImagePlaces.check(spark, places), filesPerBatch, interval);
        upload.run(once, spec.commandLine().getOut());
        return 0;
    }

    private void require(String option, int given, int most) {
        if (given < 1 || given > most) {
            throw new ParameterException(
                    spec.commandLine(), "%s %d is not allowed: 1 to %,d".formatted(option, given, most));
        }
    }
}
