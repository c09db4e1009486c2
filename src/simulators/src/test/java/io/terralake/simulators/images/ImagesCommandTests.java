package io.terralake.simulators.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.simulators.Simulators;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesCommandTests {
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\d+) (\\d+)");

    @TempDir
    Path folder;

    @Test
    void tellsTheSumOfEachImageAndOfAll() throws IOException {
        Path device = folder.resolve("images/device");
        Outcome outcome = run("--output", device.toString(), "--count", "3", "--rate", "0", "--seed", "7");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.errors()).isEmpty();
        List<String> lines = outcome.output().lines().toList();
        long sum = 0;
        for (int i = 0; i < 3; i++) {
            Matcher line = LINE.matcher(lines.get(i));
            assertThat(line.matches()).as(lines.get(i)).isTrue();
            int own = sum(device.resolve(line.group(1)));
            assertThat(line.group(2)).isEqualTo(String.valueOf(i + 1));
            assertThat(line.group(3)).isEqualTo(String.valueOf(own));
            sum += own;
        }
        assertThat(lines.subList(3, lines.size())).containsExactly("%s: 3 images, sum %d".formatted(device, sum));
        assertThat(files(device)).hasSize(3).allMatch(name -> name.matches("[0-9a-f-]{36}\\.png"));
    }

    /** Changes when the generator does: then the same seed gives other images than before. */
    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        String said = make("a", "--seed", "1").output();
        make("b", "--seed", "1");
        assertThat(files(folder.resolve("a"))).isEqualTo(files(folder.resolve("b")));
        for (String name : files(folder.resolve("a"))) {
            assertThat(folder.resolve("a").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
        }
        assertThat(said).isEqualTo("""
                bb1ad573-19b8-4cd8-a8fb-0e6f684df992.png 1 133583
                7af34dee-4727-4dfb-8578-c9f69af6d055.png 2 130293
                %s/a: 2 images, sum 263876""".formatted(folder));
    }

    @Test
    void withoutASeedOthersAreMade() throws IOException {
        make("a");
        make("a");
        assertThat(files(folder.resolve("a"))).hasSize(4);
    }

    @Test
    void everyValueBut255AppearsAndNamesAreRandomUuids() {
        ImageGenerator images = new ImageGenerator(new java.util.Random(3));
        int[] seen = new int[256];
        for (int i = 0; i < 20; i++) {
            Image image = images.get();
            assertThat(image.id().version()).isEqualTo(4);
            assertThat(image.id().variant()).isEqualTo(2);
            for (byte pixel : image.pixels()) {
                seen[Byte.toUnsignedInt(pixel)]++;
            }
        }
        assertThat(IntStream.range(0, 256).filter(value -> seen[value] == 0)).containsExactly(255);
    }

    @Test
    void neverOverwrites() throws IOException {
        Path first = folder.resolve("a/bb1ad573-19b8-4cd8-a8fb-0e6f684df992.png");
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(first, "mine");
        assertThat(make("a", "--seed", "1"))
                .isEqualTo(new Outcome(
                        1,
                        folder + "/a: 0 images, sum 0",
                        first + ": exists, and stays as it is: name another --seed"));
        assertThat(first).hasContent("mine");
        assertThat(files(folder.resolve("a"))).hasSize(1);
    }

    @Test
    void keepsToTheRate() {
        long start = System.nanoTime();
        assertThat(run("--output", folder.toString(), "--count", "5", "--rate", "20")
                        .code())
                .isZero();
        assertThat(System.nanoTime() - start).as("4 pauses of 50 ms").isGreaterThan(200_000_000L);
    }

    /** As Ctrl-C does: the images that are there are those that were told of. */
    @Test
    void tellsTheTotalWhenItIsEnded() throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulators.class.getName(),
                        "images",
                        "--output",
                        folder.resolve("a").toString(),
                        "--rate",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        while (process.isAlive() && Files.readAllLines(said).size() < 20) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
        List<String> lines = Files.readAllLines(said);
        int last = lines.size() - 1;
        long sum = lines.subList(0, last).stream()
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        assertThat(lines.get(last)).isEqualTo("%s/a: %d images, sum %d".formatted(folder, last, sum));
        assertThat(files(folder.resolve("a"))).hasSize(last).allMatch(name -> name.endsWith(".png"));
    }

    @Test
    void saysAllThatIsWrongAndDoesNothing() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--output", file.toString(), "--count", "0", "--rate", "-1"))
                .isEqualTo(new Outcome(2, "", """
                        --count 0 is not allowed: 1 to 1,000,000,000 images
                        --rate -1.0 is not allowed: 0 to 1,000,000 images per second
                        %s: %s is no folder that can be written to""".formatted(file, file)));
        assertThat(run("--output", folder.toString(), "--rate", "NaN").errors())
                .isEqualTo("--rate NaN is not allowed: 0 to 1,000,000 images per second");
        assertThat(run("--output", folder.toString(), "--count", "many").errors())
                .startsWith("Invalid value for option '--count': 'many' is not an int");
        assertThat(run("--output", folder.toString(), "--seed", "x").errors())
                .startsWith("Invalid value for option '--seed': 'x' is not a long");
        assertThat(run().errors()).startsWith("Missing required option: '--output=<output>'");
        assertThat(files(folder)).containsExactly("file");
    }

    private Outcome make(String name, String... more) {
        String[] some = {"--output", folder.resolve(name).toString(), "--count", "2", "--rate", "0"};
        return run(Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private record Outcome(int code, String output, String errors) {}

    private static Outcome run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        String[] all = Stream.concat(Stream.of("images"), Stream.of(arguments)).toArray(String[]::new);
        int code = Simulators.run(Map.of(), new PrintWriter(output, true), new PrintWriter(errors, true), all);
        return new Outcome(code, output.toString().strip(), errors.toString().strip());
    }

    /** Read by another decoder's way than it was written by: sample by sample. */
    private static int sum(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getColorModel().getPixelSize()).as("bits").isEqualTo(8);
        assertThat(List.of(
                        image.getWidth(), image.getHeight(), image.getRaster().getNumBands()))
                .containsExactly(32, 32, 1);
        int sum = 0;
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                sum += image.getRaster().getSample(x, y, 0);
            }
        }
        return sum;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
