package io.terralake.functions.usedcars;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The continuation tokens that callers get: the key of a page's last listing and a digest of it and of the filters, in the alphabet of URLs.
 *
 * <p>A token is not the one that Cosmos DB makes for the position in a query. That one has parts of a query in it, which the client
 * library puts into the text of the next one: whoever could make such tokens could change what is asked, and a wrong one ends in an
 * error of the service. Here nothing that a caller sends goes to the store but a registration and a day, both checked, and those as
 * parameters of a query that begins after them.
 *
 * <p>The digest finds tokens that were cut, changed, made up or that belong to other filters. It is no signature, and needs none, nor a
 * key that all instances would have to share: whoever computes one gets a page that begins at another listing, one of those that the
 * same filters show anyway. A token does not age, and works on every instance and after a restart.
 */
final class PageToken {
    private static final String VERSION = "1";
    private static final Pattern KEY = Pattern.compile("([A-Z]{3}[0-9]{3})([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final int KEY_LENGTH = "ABC1232020-12-31".length();
    private static final int DIGEST_LENGTH = 16;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PageToken() {}

    /** The token for the page after a place. */
    static String write(Position position, Filters filters) {
        byte[] key = (position.rego() + position.listed()).getBytes(StandardCharsets.UTF_8);
        byte[] token = Arrays.copyOf(key, key.length + DIGEST_LENGTH);
        System.arraycopy(digest(key, filters), 0, token, key.length, DIGEST_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The place that a token names; empty when it is none that was made for these filters. */
    static Optional<Position> read(String token, Filters filters) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != KEY_LENGTH + DIGEST_LENGTH) {
            return Optional.empty();
        }
        Matcher key = KEY.matcher(new String(bytes, 0, KEY_LENGTH, StandardCharsets.UTF_8));
        return Optional.of(key)
                .filter(Matcher::matches)
                .map(parts -> new Position(parts.group(1), parts.group(2)))
                // There is one way to write a token: padding or bits to spare make another text.
                .filter(position -> write(position, filters).equals(token));
    }

    private static byte[] digest(byte[] key, Filters filters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
            digest.update(key);
            return digest.digest(MAPPER.writeValueAsBytes(filters));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
