package io.terralake.functions.deviceimages;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;

/** Where processed images go. */
@FunctionalInterface
public interface ImageTable {
    /**
     * Writes the row of an image, or over it.
     *
     * @param image what was found out
     * @throws RejectedException when the table refuses the values
     * @throws UnavailableException when it cannot be written just now
     */
    void save(ProcessedImage image);
}
