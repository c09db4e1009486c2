package io.terralake.functions.deviceimages;

import io.terralake.functions.deviceimages.png.TestPng;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Blobs that would take any memory there is. {@link MemoryTests} runs it. */
final class Bombs {
    static final int MEGABYTES = 128;

    /** {@code batchSize} of host.json. */
    private static final int AT_ONCE = 4;

    private static final int MEGABYTE = 1 << 20;
    private static final Pattern REASON = Pattern.compile(
            "record 1 \\(line 1\\): (?:/content: (the image [^\"]*)|(?:/[a-z]+[^\"]*, )?(the JSON cannot be read|/path is there twice))");
    private static final byte[] IMAGE = TestPng.grey(2, 2, 3);
    private static final Logger LOG = Logger.getLogger("io.terralake");

    private Bombs() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        LOG.setLevel(Level.OFF);
        bomb("100 megapixels", whole(TestPng.grey(10_000, 10_000, 255)));
        bomb("16 megapixels of 8 bytes", whole(rows(4_000, 4_000, 16, 6)));
        bomb("65536 x 65535", whole(rows(65_536, 65_535, 8, 0)));
        bomb("256 MB in chunks of text", whole(textChunk()));
        bomb("8 MB", whole(padded((8 << 20) - 100)));
        bomb("64 MB", () -> parts("{\"path\":\"a\",\"length\":1,\"content\":\"", "A", 64, "\"}"));
        String record = TestBlobs.record("a.png", IMAGE);
        bomb("64 MB of another field", () -> parts("{\"x\":\"", "x", 64, "\"," + record.substring(1)));
        bomb("64 MB of a path", () -> parts("{\"path\":\"", "x", 64, "\"," + record.substring(1)));
        bomb(
                "16 MB of paths",
                () -> repeated(record.substring(0, record.length() - 1), ",\"path\":\"a\"", 1_600_000, "}"));
        bomb("16 MB of names", () -> repeated("{", "\"%08x\":1,", 1_300_000, record.substring(1)));
        bomb("64 MB of brackets", () -> parts("{\"x\":", "[", 64, ""));
        bomb("200000 records", () -> repeated("", record + "\n", 200_000, ""));
    }

    /** Several times at once; all say the same. */
    private static void bomb(String name, Supplier<InputStream> blob) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<String>> results = new ArrayList<>();
        IntStream.range(0, AT_ONCE).forEach(i -> results.add(threads.submit(() -> handle(blob))));
        String said = results.get(0).get();
        for (Future<String> result : results) {
            if (!result.get().equals(said)) {
                said = "%s and %s".formatted(said, result.get());
            }
        }
        threads.shutdown();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("%s: %s".formatted(name, said));
    }

    private static String handle(Supplier<InputStream> blob) {
        AtomicLong sum = new AtomicLong();
        Blobs blobs = new Blobs() {
            @Override
            public String account() {
                return "stimagesdev";
            }

            @Override
            public String container() {
                return "images";
            }

            @Override
            public Optional<Blob> open(String name) {
                return Optional.of(TestBlobs.blob(0, blob.get()));
            }
        };
        return new ImageHandler(blobs, Score.PIXEL_SUM, image -> sum.addAndGet(image.pixels()))
                .handle(TestBlobs.event("a.json"))
                .map(Bombs::reason)
                .orElseGet(sum::toString);
    }

    private static String reason(String poison) {
        Matcher matcher = REASON.matcher(poison);
        if (!matcher.find()) {
            return poison;
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    private static byte[] rows(int width, int height, int depth, int colour) {
        byte[] row = new byte[1 + width * depth / 8 * (colour == 6 ? 4 : 1)];
        return new TestPng()
                .header(width, height, depth, colour, 0)
                .chunk("IDAT", TestPng.deflate(row, Math.min(height, 4_000)))
                .end()
                .file();
    }

    private static byte[] textChunk() {
        return new TestPng()
                .header(2, 2, 8, 0, 0)
                .chunk("zTXt", TestPng.deflate(new byte[MEGABYTE], 128))
                .chunk("iCCP", TestPng.deflate(new byte[MEGABYTE], 128))
                .rows(0, 3, 3, 0, 3, 3)
                .end()
                .file();
    }

    private static byte[] padded(int size) {
        return new TestPng()
                .header(2, 2, 8, 0, 0)
                .chunk("junk", new byte[size])
                .rows(0, 3, 3, 0, 3, 3)
                .end()
                .file();
    }

    private static Supplier<InputStream> whole(byte[] image) {
        byte[] record = TestBlobs.record("a.png", image).getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(record);
    }

    private static InputStream parts(String start, String filler, int megabytes, String end) {
        byte[] megabyte = filler.repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
        Stream<InputStream> middle = IntStream.range(0, megabytes).mapToObj(i -> new ByteArrayInputStream(megabyte));
        Stream<InputStream> all = Stream.concat(Stream.of(bytes(start)), Stream.concat(middle, Stream.of(bytes(end))));
        return new SequenceInputStream(Collections.enumeration(all.toList()));
    }

    /** So many times the same, with a number where the text wants one. */
    private static InputStream repeated(String start, String text, int times, String end) {
        return new SequenceInputStream(new Enumeration<InputStream>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next <= times;
            }

            @Override
            public InputStream nextElement() {
                int number = next++;
                if (number < 0) {
                    return bytes(start);
                }
                return bytes(number == times ? end : text.contains("%08x") ? text.formatted(number) : text);
            }
        });
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
