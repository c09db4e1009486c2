package io.terralake.functions.deviceimages;

import java.nio.ByteBuffer;

/**
 * An image out of a record.
 *
 * @param filename the last segment of the record's path, 1 to 255 characters
 * @param png the bytes of the file, from the buffer's position to its limit
 */
public record DeviceImage(String filename, ByteBuffer png) {}
