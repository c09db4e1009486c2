package io.terralake.functions.http;

import io.terralake.functions.messages.Shown;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A request, whoever received it.
 *
 * @param method that of HTTP, upper case
 * @param address path and query count
 * @param headers their names in any case
 * @param body may be empty
 */
public record Request(String method, URI address, Map<String, String> headers, String body) {
    private static final Pattern CHARSET = Pattern.compile("(?i)\\s*charset\\s*=\\s*\"?utf-8\"?\\s*");

    /** A request with names of headers that are found in any case. */
    public Request {
        Map<String, String> insensitive = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        insensitive.putAll(headers);
        headers = insensitive;
    }

    /**
     * A request without a body, or one that does not count.
     *
     * @param method that of HTTP, upper case
     * @param address path and query count
     * @param headers their names in any case
     */
    public Request(String method, URI address, Map<String, String> headers) {
        this(method, address, headers, "");
    }

    /** The parts of the path, decoded; an empty one last when the path ends with a slash. */
    public List<String> path() {
        return Arrays.stream(address.getRawPath().replaceFirst("^/", "").split("/", -1))
                // The decoder is one for forms, where a plus sign is a blank.
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * Checks that the body is JSON in UTF-8, as far as the content type says so.
     *
     * @param types those that are allowed, lower case
     * @throws ProblemException for another type, or another encoding
     */
    public void requireJson(Set<String> types) {
        String type = headers.getOrDefault("Content-Type", "");
        String[] parts = type.split(";");
        boolean right = types.contains(parts[0].strip().toLowerCase(Locale.ROOT));
        for (int i = 1; i < parts.length; i++) {
            right &= CHARSET.matcher(parts[i]).matches();
        }
        if (!right) {
            throw ProblemException.unsupported("the content type %s is not allowed: one of %s, in UTF-8"
                    .formatted(Shown.quoted(type), types.stream().sorted().toList()));
        }
    }

    /**
     * Checks the length of the body.
     *
     * @param largest in bytes
     * @throws ProblemException for a longer one
     */
    public void requireAtMost(int largest) {
        int bytes = body.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > largest) {
            throw ProblemException.tooLarge("the body has %d bytes: at most %d are allowed".formatted(bytes, largest));
        }
    }

    /**
     * Checks the method.
     *
     * @param allowed the only one
     * @throws ProblemException unless it is the one
     */
    public void requireMethod(String allowed) {
        if (!method.equals(allowed)) {
            throw ProblemException.methodNotAllowed(method, allowed);
        }
    }
}
