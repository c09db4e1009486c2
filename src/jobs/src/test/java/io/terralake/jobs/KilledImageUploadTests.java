package io.terralake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The job in processes of its own. */
class KilledImageUploadTests extends ImagesFixture {
    private static final int FILES = 30;

    /** By SIGKILL, whatever it is at. */
    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            made.add("%d.png".formatted(i));
            image(made.get(i), "%d".formatted(i));
        }
        for (int batches : new int[] {5, 12}) {
            Process job = start("--files-per-batch", "1");
            awaitBatches(job, batches);
            job.destroyForcibly().waitFor();
        }
        assertThat(batches()).as("the job is killed on its way").isLessThan(FILES);
        assertThat(names()).hasSizeLessThan(FILES).doesNotHaveDuplicates();

        assertThat(job()).matches("\\d+ images in 1 batches");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(made);
        assertThat(files(device)).isEmpty();
        assertThat(files(archive)).hasSize(FILES);
    }

    @Test
    void runsUntilItIsEnded() throws Exception {
        image("a.png", "1");
        image("empty.png", "");
        Process job = start("--interval", "1");
        awaitBatches(job, 1);
        image("b.png", "2");
        awaitBatches(job, 2);
        while (job.isAlive() && files(device).size() > 1) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        job.destroy();
        assertThat(job.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(job.exitValue()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(folder.resolve("job.log")).hasContent("""
                file:%s/empty.png: left out: 0 bytes; 1 to 8,388,608 are allowed
                2 images in 2 batches""".formatted(device));
        assertThat(names()).containsExactlyInAnyOrder("a.png", "b.png");
        assertThat(files(archive)).hasSize(2);
    }

    private Process start(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(arguments("--archive", archive.toString())));
        arguments.addAll(List.of(more));
        return Programs.start(ImageUploadCommand.class, folder.resolve("job.log"), arguments.toArray(String[]::new));
    }

    private void awaitBatches(Process job, int batches) throws InterruptedException {
        while (job.isAlive() && batches() < batches) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(job.isAlive()).as(() -> log()).isTrue();
    }

    private int batches() {
        String[] names = folder.resolve("checkpoint/commits").toFile().list((commits, name) -> name.matches("\\d+"));
        return names == null ? 0 : names.length;
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("job.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
