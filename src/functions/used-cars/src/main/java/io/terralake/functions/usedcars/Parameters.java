package io.terralake.functions.usedcars;

import io.terralake.functions.http.ProblemException;
import io.terralake.functions.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, and all that is wrong with them. */
final class Parameters {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,9}");
    private static final int LONGEST_QUOTED = 40;

    private final List<String> known;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /**
     * Reads those of a query.
     *
     * @param query encoded
     * @param known the names that there are; others are refused, and so is one that is there twice
     */
    Parameters(@Nullable String query, List<String> known) {
        this.known = known;
        Set<String> told = new HashSet<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (pair.isEmpty()) {
                continue;
            }
            if (!known.contains(name)) {
                if (told.add(name)) {
                    refuse("\"%s\"".formatted(quoted(name)), unknown());
                }
            } else if (values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null
                    && told.add(name)) {
                refuse(name, "is there more than once");
            }
        }
    }

    /** Those of a request's query. */
    static Parameters of(Request request, List<String> known) {
        return new Parameters(request.address().getRawQuery(), known);
    }

    /** Adds what is in the path. */
    Parameters with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** A text of 1 to as many characters; null when there is none, or a wrong one. */
    @Nullable String text(String name, int longest) {
        String value = values.get(name);
        if (value != null && (value.isEmpty() || value.codePointCount(0, value.length()) > longest)) {
            refuse(name, "\"%s\" is not allowed: 1 to %d characters".formatted(quoted(value), longest));
            return null;
        }
        return value;
    }

    /** An integer within limits; null when there is none, or a wrong one. */
    @Nullable Integer integer(String name, int least, int most) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        if (INTEGER.matcher(value).matches()) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        refuse(name, "\"%s\" is not allowed: an integer from %d to %d".formatted(quoted(value), least, most));
        return null;
    }

    void refuse(String name, String detail) {
        mistakes.add(name + " " + detail);
    }

    /** @throws ProblemException with all that is wrong, when something is */
    void throwIfAny() {
        if (!mistakes.isEmpty()) {
            throw ProblemException.badRequest(mistakes);
        }
    }

    /** A caller's text, short enough to be told. */
    static String quoted(String text) {
        return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…";
    }

    private String unknown() {
        return "is not known: " + (known.isEmpty() ? "there are no parameters here" : String.join(", ", known));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
