package io.terralake.simulators.images;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes images, every pixel from 0 to 254 equally often, under names that are random UUIDs. */
final class ImageGenerator implements Supplier<Image> {
    private static final int VALUES = 255;

    private final RandomGenerator random;

    /** @param random decides, and only it */
    ImageGenerator(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Image get() {
        UUID id = id();
        byte[] pixels = new byte[Image.WIDTH * Image.HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt(VALUES);
        }
        return new Image(id, pixels);
    }

    /** A UUID of version 4, variant 2 (RFC 9562). */
    private UUID id() {
        long most = random.nextLong() & ~0xF000L | 0x4000L;
        long least = random.nextLong() & ~(0xC0L << 56) | 0x80L << 56;
        return new UUID(most, least);
    }
}
