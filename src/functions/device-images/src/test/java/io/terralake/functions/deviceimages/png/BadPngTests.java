package io.terralake.functions.deviceimages.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadPngTests {
    @Test
    void isNoPng() {
        refuses(new byte[0], "is no PNG image");
        refuses("GIF89a and so on".getBytes(StandardCharsets.US_ASCII), "is no PNG image");
        refuses(new TestPng().file(), "ends after 8 bytes, before its last chunk");
        refuses(new TestPng().end().file(), "does not begin with a header of 13 bytes");
        refuses(new TestPng().chunk("IHDR", new byte[12]).file(), "does not begin with a header of 13 bytes");
    }

    @Test
    void endsTooEarly() {
        byte[] whole = TestPng.grey(32, 32, 7);
        for (int length = 8; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> GreySum.of(ByteBuffer.wrap(part)))
                    .isInstanceOf(PngException.class)
                    .hasMessageStartingWith("ends after %d bytes, ".formatted(length));
        }
    }

    @Test
    void isDamaged() {
        byte[] file = TestPng.grey(32, 32, 7);
        file[40] ^= 1;
        refuses(file, "has a wrong checksum in the chunk at byte 33");
    }

    /** Whatever is wrong, it is told, and nothing else is thrown. */
    @Test
    void neverFailsOtherwise() {
        Random random = new Random(11);
        byte[] whole = new TestPng()
                .header(5, 5, 8, 3, 1)
                .chunk("PLTE", TestPng.bytes(1, 2, 3, 4, 5, 6))
                .rows(0, 1, 0, 1)
                .end()
                .file();
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] file = whole.clone();
            file[random.nextInt(file.length)] = (byte) random.nextInt();
            file[random.nextInt(file.length)] = (byte) random.nextInt();
            try {
                GreySum.of(ByteBuffer.wrap(file));
            } catch (PngException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(19_000);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "8, 1", "4, 2", "16, 3", "4, 4", "1, 6", "8, 7", "0, 0", "-1, 0"})
    void hasSamplesThatPngHasNot(int depth, int colour) {
        refuses(
                new TestPng().header(1, 1, depth, colour, 0).rows(0, 0).end().file(),
                "has samples of %d bits in colour type %d, which PNG has not".formatted(depth, colour));
    }

    @Test
    void isMadeInAWayThatPngHasNot() {
        refuses(
                new TestPng().header(1, 1, 8, 0, 2).rows(0, 0).end().file(),
                "is compressed, filtered or interlaced in a way that PNG has not");
        refuses(
                new TestPng().header(1, 1, 8, 0, 0).rows(5, 0).end().file(),
                "has a row with filter 5, which PNG has not");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -1", "65537, 1", "65536, 65535", "10001, 10000", "-1, -1"})
    void hasASizeThatIsNotAllowed(int width, int height) {
        refuses(
                new TestPng().header(width, height, 16, 6, 1).rows(0, 0).end().file(),
                "has %s × %s pixels: at most 100000000 are allowed, and at most 65536 in a row"
                        .formatted(Integer.toUnsignedString(width), Integer.toUnsignedString(height)));
    }

    @Test
    void hasLessDataThanItsSize() {
        String reason = "has less data than its size asks for";
        refuses(new TestPng().header(2, 2, 8, 0, 0).rows(0, 1, 2, 0, 3).end().file(), reason);
        byte[] half = Arrays.copyOf(TestPng.deflate(new byte[9]), 3);
        refuses(new TestPng().header(2, 2, 8, 0, 0).chunk("IDAT", half).end().file(), reason);
        refuses(new TestPng().header(2, 2, 8, 0, 0).end().file(), "has no data");
    }

    /** The last four bytes are the checksum of what was deflated (RFC 1950). */
    @Test
    void hasOtherDataThanItsChecksumSays() {
        byte[] data = TestPng.deflate(new byte[6]);
        data[data.length - 1]++;
        refuses(
                new TestPng().header(2, 2, 8, 0, 0).chunk("IDAT", data).end().file(),
                "has data that cannot be inflated");
    }

    @Test
    void cannotBeInflated() {
        refuses(
                new TestPng()
                        .header(2, 2, 8, 0, 0)
                        .chunk("IDAT", new byte[20])
                        .end()
                        .file(),
                "has data that cannot be inflated");
    }

    @Test
    void hasAColourThatThePaletteHasNot() {
        refuses(
                new TestPng().header(1, 1, 8, 3, 0).rows(0, 0).end().file(),
                "has a pixel of colour 0, and a palette of 0");
        refuses(
                new TestPng()
                        .header(1, 1, 2, 3, 0)
                        .chunk("PLTE", new byte[6])
                        .rows(0, 0b1000_0000)
                        .end()
                        .file(),
                "has a pixel of colour 2, and a palette of 2");
    }

    private static void refuses(byte[] file, String reason) {
        assertThatThrownBy(() -> GreySum.of(ByteBuffer.wrap(file)))
                .isInstanceOf(PngException.class)
                .hasMessage(reason);
    }
}
