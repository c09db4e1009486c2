package io.terralake.functions.deviceimages;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;

/** Makes a figure of an image: a model's prediction, say. */
@FunctionalInterface
public interface Score {
    /** Says the sum of the pixels, which needs no model. */
    Score PIXEL_SUM = (image, pixels) -> pixels;

    /**
     * The score of an image.
     *
     * @param image a PNG image that is whole
     * @param pixels the sum of its greyscale values
     * @return a finite number
     * @throws RejectedException when the image cannot be scored, now or later
     * @throws UnavailableException when it cannot be scored just now
     */
    double of(DeviceImage image, long pixels);
}
