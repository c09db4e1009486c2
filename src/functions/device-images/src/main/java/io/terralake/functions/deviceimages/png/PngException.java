package io.terralake.functions.deviceimages.png;

/** No image that can be summed. The message says what is wrong with it. */
public final class PngException extends Exception {
    private static final long serialVersionUID = 1L;

    PngException(String message) {
        super(message);
    }
}
