package io.terralake.functions.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request, whoever received it.
 *
 * @param method that of HTTP, upper case
 * @param address path and query count
 * @param headers their names in any case
 * @param body may be empty
 */
public record Request(String method, URI address, Map<String, String> headers, String body) {

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
