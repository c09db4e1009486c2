package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImageUploadTests extends ImagesFixture {

    @Test
    void aRecordHasFourFieldsAndAFileOfThemEndsWithJson() throws IOException {
        image("a.png", "no image, \u00e9");
        Files.setLastModifiedTime(device.resolve("a.png"), FileTime.from(Instant.parse("2026-11-26T07:00:00.123Z")));
        assertThat(job()).isEqualTo("1 images in 1 batches");
        List<Path> written = json();
        assertThat(written).hasSize(1);
        assertThat(written.get(0)).hasContent("""
                {"path":"file:%s/a.png","modificationTime":"2026-11-26T07:00:00.123Z","length":12,"content":"bm8gaW1hZ2UsIMOp"}
                """.formatted(device));
    }

    @Test
    void putsAwayWhatItTookAndNothingElse() throws IOException {
        image("a.png", "1");
        image("other/b c.png", "2");
        image("notes.txt", "3");
        image(".d.png", "4");
        image("_e.png", "5");
        assertThat(job()).isEqualTo("2 images in 1 batches");
        assertThat(names()).containsExactlyInAnyOrder("a.png", "b c.png");
        assertThat(files(archive.resolve(Path.of("/").relativize(device)))).containsExactly("a.png", "other/b c.png");
        assertThat(files(device)).containsExactly(".d.png", "_e.png", "notes.txt");
    }

    @Test
    void deletesWhenItIsAskedTo() throws IOException {
        image("a.png", "1");
        assertThat(upload("--delete", "")).isEqualTo("1 images in 1 batches");
        assertThat(names()).containsExactly("a.png");
        assertThat(files(device)).isEmpty();
    }

    @Test
    void takesWhatIsNewInBatches() throws IOException {
        image("a.png", "1");
        image("b.png", "2");
        image("c.png", "3");
        assertThat(job("--files-per-batch", "2")).isEqualTo("3 images in 2 batches");
        assertThat(job()).isEqualTo("0 images in 0 batches");
        image("d.png", "4");
        assertThat(job()).isEqualTo("1 images in 1 batches");
        assertThat(names()).containsExactlyInAnyOrder("a.png", "b.png", "c.png", "d.png");
        assertThat(files(device)).isEmpty();
    }

    /** What is older than a week when it comes, which Spark passes over by default. */
    @Test
    void takesAnImageThatComesLate() throws IOException {
        image("new.png", "1");
        job();
        image("old.png", "2");
        Files.setLastModifiedTime(device.resolve("old.png"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(job()).isEqualTo("1 images in 1 batches");
    }

    @Test
    void leavesEmptyAndTooLargeFilesUntilTheyAreRight() throws IOException {
        image("empty.png", "");
        image("large.png", "");
        image("largest.png", "");
        resize("large.png", ImageUpload.LARGEST + 1);
        resize("largest.png", ImageUpload.LARGEST);
        assertThat(job()).isEqualTo("1 images in 1 batches");
        assertThat(names()).containsExactly("largest.png");
        assertThat(files(device)).containsExactly("empty.png", "large.png");

        image("empty.png", "full");
        resize("large.png", 10);
        assertThat(job()).isEqualTo("2 images in 1 batches");
        assertThat(files(device)).isEmpty();
    }

    @Test
    void aFileOfRecordsHasNotManyTimesTheLargestImage() throws IOException {
        for (int i = 0; i < 6; i++) {
            image(i + ".png", "");
            resize(i + ".png", ImageUpload.LARGEST / 2);
        }
        assertThat(job()).isEqualTo("6 images in 1 batches");
        assertThat(json())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(file -> file.toFile().length() < 2 * ImageUpload.LARGEST);
    }

    /** A process was killed before it could put them away; one of the same name that came since is another. */
    @Test
    void putsAwayWhatAnEarlierProcessTook() throws IOException {
        image("a.png", "1");
        image("b.png", "2");
        FileTime time = Files.getLastModifiedTime(device.resolve("a.png"));
        job();
        image("a.png", "1");
        Files.setLastModifiedTime(device.resolve("a.png"), time);
        image("b.png", "another");
        Files.setLastModifiedTime(device.resolve("b.png"), FileTime.fromMillis(time.toMillis() + 5_000));
        assertThat(job()).isEqualTo("0 images in 0 batches");
        assertThat(files(device)).as("a name is taken once").containsExactly("b.png");
        assertThat(names()).containsExactlyInAnyOrder("a.png", "b.png");
    }

    private void resize(String name, long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(device.resolve(name).toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private List<Path> json() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("records"))) {
            return all.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }
}
