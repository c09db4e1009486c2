package io.terralake.functions.deviceimages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The handler in a JVM with little memory, as many messages at once as the host gives it. */
class MemoryTests {
    private static final int SECONDS = 120;

    @Test
    void staysWithinItsMemoryWhateverComes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + Bombs.MEGABYTES + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bombs.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEqualTo("""
                100 megapixels: 25500000000
                16 megapixels of 8 bytes: 0
                65536 x 65535: the image has 65536 × 65535 pixels: at most 100000000 are allowed, and at most 65536 in a row
                256 MB in chunks of text: 12
                8 MB: 12
                64 MB: the image is too long: at most 8388608 bytes are allowed
                64 MB of another field: 12
                64 MB of a path: the JSON cannot be read
                16 MB of paths: /path is there twice
                16 MB of names: 12
                64 MB of brackets: the JSON cannot be read
                200000 records: 2400000
                """);
        assertThat(process.exitValue()).isZero();
    }
}
