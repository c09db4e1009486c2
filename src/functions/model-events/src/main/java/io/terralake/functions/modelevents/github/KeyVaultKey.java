package io.terralake.functions.modelevents.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.functions.messages.UnavailableException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of Azure Key Vault.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/keys/sign/sign">the operation</a>
 */
public final class KeyVaultKey implements Signer {
    /** What a token for keys is for. */
    public static final String SCOPE = "https://vault.azure.net/.default";

    private static final String VERSION = "?api-version=7.4";
    private static final Pattern ID =
            Pattern.compile("(https://[^/?#@]+)(/keys/[0-9A-Za-z-]{1,127})(/[0-9a-f]{32})?/?");

    private final Rest vault;
    private final String name;
    private final String version;
    private final Supplier<String> token;

    /**
     * A key.
     *
     * @param id its address, {@code https://<vault>/keys/<name>}, and {@code /<version>} where it is not to be the newest
     * @param token gives a token of {@link #SCOPE} that is valid
     * @param client what asks
     * @throws IllegalArgumentException when the address is none
     */
    public KeyVaultKey(String id, Supplier<String> token, HttpClient client) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the key is \"%s\": https://<vault>/keys/<name>[/<version>] is allowed".formatted(id));
        }
        this.vault = new Rest("Key Vault", URI.create(matcher.group(1)), client);
        this.name = matcher.group(2);
        this.version = matcher.group(3) == null ? "" : matcher.group(3);
        this.token = token;
    }

    @Override
    public byte[] sign(byte[] digest) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        JsonNode body =
                JsonNodeFactory.instance.objectNode().put("alg", "RS256").put("value", encoder.encodeToString(digest));
        Answer answer = vault.send(vault.request(name + version() + "/sign" + VERSION, token.get())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
        String signature = answer.json().path("value").asText();
        if (answer.status() != 200 || signature.isEmpty()) {
            throw failure(answer);
        }
        return Base64.getUrlDecoder().decode(signature);
    }

    /** Not the event's fault: a right that is missing comes, and so does the event. */
    private static UnavailableException failure(Answer answer) {
        return UnavailableException.lasting(
                "the key cannot sign: Key Vault answers %d".formatted(answer.status()), null);
    }

    /** The operation wants a version. */
    private String version() {
        if (!version.isEmpty()) {
            return version;
        }
        Answer answer =
                vault.send(vault.request(name + VERSION, token.get()).GET().build());
        Matcher newest = ID.matcher(answer.json().at("/key/kid").asText());
        if (answer.status() != 200 || !newest.matches() || newest.group(3) == null) {
            throw failure(answer);
        }
        return newest.group(3);
    }
}
