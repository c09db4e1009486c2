package io.terralake.functions.deviceimages;

/**
 * A row of {@code dbo.processed_data}.
 *
 * @param filename names the row
 * @param pixels the sum of the greyscale values of all pixels
 * @param score what the {@link Score} says
 * @param etag the version of the blob that it comes from
 */
public record ProcessedImage(String filename, long pixels, double score, String etag) {}
