package io.terralake.emulator;

import io.terralake.emulator.http.Request;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Something that goes wrong on purpose.
 *
 * @param method such as {@code PUT}
 * @param path a regular expression that is found in the path, letter case aside
 * @param status what is answered, such as 429 or 503; {@link #NO_ANSWER} when the connection just ends
 * @param times how often, from now on
 * @param after whether the request is done all the same, so that only its answer is lost
 */
public record Fault(String method, String path, int status, int times, boolean after) {
    /** As if the network were away. */
    public static final int NO_ANSWER = 0;

    private static final Pattern METHOD = Pattern.compile("[A-Z]+");
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;

    /** @throws IllegalArgumentException when the method or path can match nothing, the status is no error, or it happens never */
    public Fault {
        if (!METHOD.matcher(method).matches()) {
            throw new IllegalArgumentException("method \"%s\" is not allowed: capital letters".formatted(method));
        }
        try {
            Pattern.compile(path);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "path \"%s\" is no regular expression: %s".formatted(path, e.getDescription()), e);
        }
        if (status != NO_ANSWER && (status < FIRST_ERROR || status > LAST_ERROR)) {
            throw new IllegalArgumentException("status %d is not allowed: 400 to 599, or 0".formatted(status));
        }
        if (times < 1) {
            throw new IllegalArgumentException("times %d is not allowed: at least 1".formatted(times));
        }
    }

    boolean matches(Request request) {
        return method.equals(request.method())
                && Pattern.compile(path, Pattern.CASE_INSENSITIVE)
                        .matcher(request.path())
                        .find();
    }

    Fault once() {
        return new Fault(method, path, status, times - 1, after);
    }
}
