package io.terralake.functions.deviceimages.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every colour type and depth that PNG has, against sums by hand. */
class GreySumTests {
    @Test
    void takesGreyOf8BitsAsItIs() throws PngException {
        assertThat(sum(new TestPng().header(3, 2, 8, 0, 0).rows(0, 0, 1, 127, 0, 128, 254, 255)))
                .isEqualTo(765);
    }

    /** A colour space or gamma of the image changes no sample. */
    @Test
    void caresForNoGamma() throws PngException {
        assertThat(sum(new TestPng()
                        .header(2, 1, 8, 0, 0)
                        .chunk("gAMA", TestPng.bytes(0, 1, 0x86, 0xA0))
                        .chunk("sRGB", TestPng.bytes(0))
                        .rows(0, 100, 55)))
                .isEqualTo(155);
    }

    @Test
    void scalesGreyOfFewerBits() throws PngException {
        // 1 0 1 1 0 0 0 0 1
        assertThat(sum(new TestPng().header(9, 1, 1, 0, 0).rows(0, 0b1011_0000, 0b1000_0000)))
                .isEqualTo(4 * 255);
        // 0 1 2 3 3
        assertThat(sum(new TestPng().header(5, 1, 2, 0, 0).rows(0, 0b00_01_10_11, 0b1100_0000)))
                .isEqualTo((1 + 2 + 3 + 3) * 85);
        // 0 15 7
        assertThat(sum(new TestPng().header(3, 1, 4, 0, 0).rows(0, 0x0F, 0x70))).isEqualTo(15 * 17 + 7 * 17);
    }

    @Test
    void takesTheUpperByteOf16Bits() throws PngException {
        assertThat(sum(new TestPng().header(2, 1, 16, 0, 0).rows(0, 0x12, 0xFF, 0xFF, 0x00)))
                .isEqualTo(0x12 + 0xFF);
    }

    @Test
    void weighsColours() throws PngException {
        // red 76, green 150, blue 29, white 255, black 0
        assertThat(sum(new TestPng()
                        .header(5, 1, 8, 2, 0)
                        .rows(0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0)))
                .isEqualTo(76 + 150 + 29 + 255);
        assertThat(sum(new TestPng().header(1, 1, 16, 2, 0).rows(0, 255, 1, 0, 99, 0, 99)))
                .isEqualTo(76);
    }

    @Test
    void ignoresAlpha() throws PngException {
        assertThat(sum(new TestPng().header(2, 1, 8, 4, 0).rows(0, 10, 0, 20, 255)))
                .isEqualTo(30);
        assertThat(sum(new TestPng().header(1, 1, 16, 4, 0).rows(0, 10, 9, 0, 0)))
                .isEqualTo(10);
        assertThat(sum(new TestPng().header(2, 1, 8, 6, 0).rows(0, 0, 255, 0, 0, 0, 0, 255, 9)))
                .isEqualTo(150 + 29);
        assertThat(sum(new TestPng().header(1, 1, 16, 6, 0).rows(0, 0, 0, 255, 0, 0, 0, 9, 9)))
                .isEqualTo(150);
    }

    @Test
    void looksUpThePalette() throws PngException {
        byte[] palette = TestPng.bytes(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255);
        assertThat(sum(new TestPng()
                        .header(3, 1, 8, 3, 0)
                        .chunk("PLTE", palette)
                        .chunk("tRNS", TestPng.bytes(0))
                        .rows(0, 0, 2, 3)))
                .isEqualTo(76 + 29 + 255);
        assertThat(sum(new TestPng()
                        .header(3, 1, 4, 3, 0)
                        .chunk("PLTE", palette)
                        .rows(0, 0x12, 0x30)))
                .isEqualTo(150 + 29 + 255);
        assertThat(sum(new TestPng()
                        .header(4, 1, 2, 3, 0)
                        .chunk("PLTE", palette)
                        .rows(0, 0b00_01_10_11)))
                .isEqualTo(76 + 150 + 29 + 255);
        assertThat(sum(new TestPng()
                        .header(3, 1, 1, 3, 0)
                        .chunk("PLTE", palette)
                        .rows(0, 0b1010_0000)))
                .isEqualTo(150 + 76 + 150);
    }

    /** The values are 10 20 30 / 11 22 33 throughout. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 10 20 30 | 0 11 22 33",
                "1 10 10 10 | 1 11 11 11",
                "0 10 20 30 | 2 1 2 3",
                "3 10 15 20 | 3 6 7 7",
                "0 10 20 30 | 4 1 2 3",
            })
    void takesBackFilters(String first, String second) throws PngException {
        int[] rows = Arrays.stream((first + " " + second).split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThat(sum(new TestPng().header(3, 2, 8, 0, 0).rows(rows))).isEqualTo(126);
    }

    @Test
    void putsTheDataOfSeveralChunksTogether() throws PngException {
        byte[] data = TestPng.deflate(TestPng.bytes(0, 1, 2, 0, 3, 4));
        byte[] first = Arrays.copyOf(data, 5);
        byte[] rest = Arrays.copyOfRange(data, 5, data.length);
        assertThat(sum(new TestPng()
                        .header(2, 2, 8, 0, 0)
                        .chunk("IDAT", new byte[0])
                        .chunk("IDAT", first)
                        .chunk("IDAT", new byte[0])
                        .chunk("IDAT", rest)))
                .isEqualTo(10);
    }

    /** Adam7: 1 of the first pass, 5 of the sixth, 9 and 9 of the seventh in a picture of 2 × 2. */
    @Test
    void readsPasses() throws PngException {
        assertThat(sum(new TestPng().header(2, 2, 8, 0, 1).rows(0, 1, 0, 5, 0, 9, 9)))
                .isEqualTo(24);
    }

    /** What Java itself writes, of all sizes that leave a pass out or not, in one go or in passes. */
    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_BINARY})
    void readsWhatJavaWrites(int type) throws IOException, PngException {
        Random random = new Random(7);
        for (int size = 1; size <= 17; size++) {
            BufferedImage image = new BufferedImage(size, 18 - size, type);
            long sum = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int value = type == BufferedImage.TYPE_BYTE_BINARY ? random.nextInt(2) * 255 : random.nextInt(256);
                    int sample = type == BufferedImage.TYPE_BYTE_BINARY ? value / 255 : value;
                    image.getRaster().setPixel(x, y, new int[] {sample, sample, sample});
                    sum += value;
                }
            }
            assertThat(GreySum.of(ByteBuffer.wrap(write(image, false)))).isEqualTo(sum);
            assertThat(GreySum.of(ByteBuffer.wrap(write(image, true)))).isEqualTo(sum);
        }
    }

    @Test
    void takesOneHundredMegapixels() throws PngException {
        assertThat(GreySum.of(ByteBuffer.wrap(TestPng.grey(10_000, 10_000, 255))))
                .isEqualTo(25_500_000_000L);
    }

    /** Rows of two bytes, and of more than are inflated at once. */
    @Test
    void takesTheNarrowestAndTheWidest() throws PngException {
        assertThat(GreySum.of(ByteBuffer.wrap(TestPng.grey(1, 1_000_000, 255)))).isEqualTo(255_000_000);
        assertThat(GreySum.of(ByteBuffer.wrap(TestPng.grey(65_536, 3, 1)))).isEqualTo(196_608);
    }

    @Test
    void readsFromTheBuffersPositionToItsLimit() throws PngException {
        byte[] image = TestPng.grey(2, 2, 3);
        ByteBuffer file =
                ByteBuffer.allocate(image.length + 20).position(7).put(image).position(7);
        assertThat(GreySum.of(file.limit(7 + image.length))).isEqualTo(12);
        assertThat(file.position()).isEqualTo(7);
    }

    private static long sum(TestPng image) throws PngException {
        return GreySum.of(ByteBuffer.wrap(image.end().file()));
    }

    private static byte[] write(BufferedImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        writer.setOutput(ImageIO.createImageOutputStream(file));
        writer.write(null, new IIOImage(image, null, null), parameters);
        ((ImageOutputStream) writer.getOutput()).close();
        writer.dispose();
        return file.toByteArray();
    }
}
