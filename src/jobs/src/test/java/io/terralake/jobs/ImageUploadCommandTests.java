package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command refuses, before it does anything. */
class ImageUploadCommandTests extends ImagesFixture {

    @Test
    void refusesPlacesThatOverlap() {
        assertThat(job("device", "device/records", "records/../cp", "cp/a"))
                .isEqualTo(
                        refused(
                                "--input \"F/device\" and --output \"F/device/records\" overlap: name places beside each other"
                                        + "\n--checkpoint \"F/records/../cp\" and --archive \"F/cp/a\" overlap: name places beside each other"));
        assertThat(job("device", "records", "records/cp", "device/archive"))
                .isEqualTo(
                        refused(
                                "--output \"F/records\" and --checkpoint \"F/records/cp\" overlap: name places beside each other"
                                        + "\n--input \"F/device\" and --archive \"F/device/archive\" overlap: name places beside each other"));
        assertThat(job("device", "data/records", "data", "archive"))
                .isEqualTo(
                        refused(
                                "--output \"F/data/records\" and --checkpoint \"F/data\" overlap: name places beside each other"));
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThat(job("missing", "records", "cp", "archive")).isEqualTo(refused("\"F/missing\": no such folder"));
        assertThat(job("device[1]", "records", "cp", "archive"))
                .isEqualTo(
                        refused(
                                "\"F/device[1]\" is not allowed: Spark's streams take a path with any of { } [ ] * ? \\ for a pattern"));
    }

    @Test
    void refusesAnArchiveInAnotherStore() {
        SPARK.sparkContext().hadoopConfiguration().set("fs.lake.impl", OtherStoreTests.LakeFileSystem.class.getName());
        assertThat(run(new ImageUploadCommand(() -> SPARK), arguments("--archive", "lake:" + folder + "/archive")))
                .isEqualTo(
                        refused(
                                "--archive \"lake:F/archive\" and --input \"F/device\" are in two stores: name an archive in the one of the images"));
    }

    /** Batches would count as written that are not, and their images be put away. */
    @Test
    void refusesTheRecordsOfAnotherCheckpoint() throws IOException {
        image("a.png", "1");
        job();
        image("b.png", "2");
        assertThat(job("device", "records", "cp", "archive"))
                .isEqualTo(
                        refused("--checkpoint \"F/cp\" and --output \"F/records\" are of two streams: name new ones"));
        assertThat(job("device", "others", "checkpoint", "archive"))
                .isEqualTo(refused(
                        "--checkpoint \"F/checkpoint\" and --output \"F/others\" are of two streams: name new ones"));
        assertThat(files(device)).containsExactly("b.png");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThat(wrong("--archive", "a", "--files-per-batch", "0"))
                .startsWith("--files-per-batch 0 is not allowed: 1 to 10,000\n");
        assertThat(wrong("--archive", "a", "--files-per-batch", "10001"))
                .startsWith("--files-per-batch 10001 is not allowed: 1 to 10,000\n");
        assertThat(wrong("--archive", "a", "--interval", "3601"))
                .startsWith("--interval 3601 is not allowed: 1 to 3,600\n");
    }

    @Test
    void wantsToKnowWhatBecomesOfImages() {
        assertThat(wrong())
                .startsWith(
                        "Error: Missing required argument (specify one of these): (--archive=<archive> | --delete)");
        assertThat(wrong("--archive", "a", "--delete"))
                .startsWith("Error: --archive=<archive>, --delete are mutually exclusive (specify only one)");
        assertThat(run(new ImageUploadCommand(() -> SPARK), "--delete").errors())
                .startsWith(
                        "Missing required options: '--input=<input>', '--output=<output>', '--checkpoint=<checkpoint>'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fs.azure.account.key",
                "fs.azure.account.key.a.dfs.core.windows.net",
                "fs.azure.sas.fixed.token.a.dfs.core.windows.net",
                "fs.azure.account.oauth2.client.secret",
                "fs.azure.account.oauth2.refresh.token.a.dfs.core.windows.net"
            })
    void refusesSecrets(String setting) {
        assertThat(with(setting, "secret-value"))
                .isEqualTo(new Outcome(
                        2,
                        "the setting \"%s\" is not allowed: the lake knows identities, no secrets".formatted(setting)));
    }

    @Test
    void refusesALoginByKey() {
        String setting = "fs.azure.account.auth.type.a.dfs.core.windows.net";
        assertThat(with(setting, "SharedKey"))
                .isEqualTo(new Outcome(
                        2,
                        "the setting \"%s\" is not allowed: the lake knows identities, no secrets".formatted(setting)));
        assertThat(with(setting, "OAuth")).isEqualTo(new Outcome(0, ""));
    }

    private Outcome with(String setting, String value) {
        SPARK.sparkContext().hadoopConfiguration().set(setting, value);
        try {
            return run(new ImageUploadCommand(() -> SPARK), arguments("--delete", "--once"));
        } finally {
            SPARK.sparkContext().hadoopConfiguration().unset(setting);
        }
    }

    private String wrong(String... more) {
        Outcome outcome = run(new ImageUploadCommand(() -> SPARK), arguments(more));
        assertThat(outcome.code()).isEqualTo(2);
        return outcome.errors();
    }

    private Outcome job(String input, String output, String checkpoint, String to) {
        String[] places = {
            "--input", folder + "/" + input,
            "--output", folder + "/" + output,
            "--checkpoint", folder + "/" + checkpoint,
            "--archive", folder + "/" + to,
            "--once"
        };
        Outcome outcome = run(new ImageUploadCommand(() -> SPARK), places);
        List<String> made = List.of(output, checkpoint, to);
        assertThat(made.stream().filter(name -> Files.exists(folder.resolve(name))))
                .as("nothing is made")
                .isSubsetOf("records", "checkpoint", "archive", "data");
        return outcome;
    }

    private Outcome refused(String message) {
        return new Outcome(2, message.replace("F/", folder + "/"));
    }
}
