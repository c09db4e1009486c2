package io.terralake.simulators.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * An image of a device: 32 × 32 pixels, 8-bit greyscale.
 *
 * @param id its name
 * @param pixels row by row, each from 0 to 255 when taken as unsigned
 */
record Image(UUID id, byte[] pixels) {
    static final int WIDTH = 32;
    static final int HEIGHT = 32;

    /** The sum of all pixels. */
    int sum() {
        int sum = 0;
        for (byte pixel : pixels) {
            sum += Byte.toUnsignedInt(pixel);
        }
        return sum;
    }

    /** The image as PNG. */
    byte[] toPng() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, pixels);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // To a stream of another kind ImageIO would write by way of a file.
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(image, "png", output);
        }
        return png.toByteArray();
    }
}
