package io.terralake.core;

import software.constructs.Construct;

/** A construct was given something that Azure would not accept. The message ends with the construct's path. */
public final class ConstructException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConstructException(Construct construct, String message) {
        super("%s (at %s)".formatted(message, construct.getNode().getPath()));
    }

    /** @param cause what the construct's code, or a user's, threw */
    public ConstructException(Construct construct, String message, Throwable cause) {
        super("%s (at %s)".formatted(message, construct.getNode().getPath()), cause);
    }
}
