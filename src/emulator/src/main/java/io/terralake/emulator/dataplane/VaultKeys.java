package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;

/** Makes the keys of vaults: real ones, whose public part is told. */
final class VaultKeys {
    private static final int RSA_BITS = 2048;
    private static final List<Integer> BITS = List.of(RSA_BITS, 3072, 4096);
    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private VaultKeys() {}

    /**
     * A key pair.
     *
     * @param given {@code kty}, {@code key_size} and {@code crv} as the vault takes them
     * @throws IllegalArgumentException when vaults have no such keys
     */
    static KeyPair create(JsonNode given) {
        String type = given.path("kty").asText();
        String curve = given.path("crv").asText("P-256");
        try {
            if (type.startsWith("RSA")) {
                if (!BITS.contains(given.path("key_size").asInt(RSA_BITS))) {
                    throw new IllegalArgumentException("the size of an RSA key is one of %s".formatted(BITS));
                }
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(given.path("key_size").asInt(RSA_BITS));
                return generator.generateKeyPair();
            }
            if (type.startsWith("EC") && CURVES.containsKey(curve)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec(CURVES.get(curve)));
                return generator.generateKeyPair();
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("no key is made of %s: %s".formatted(given, e.getMessage()), e);
        }
        throw new IllegalArgumentException("no key is made of type \"%s\" with curve \"%s\"".formatted(type, curve));
    }

    /** As a vault tells it. */
    static ObjectNode told(String id, JsonNode given, PublicKey key) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("kid", id).put("kty", given.path("kty").asText());
        told.set("key_ops", given.path("key_ops").isArray() ? given.get("key_ops") : operations());
        if (key instanceof RSAPublicKey rsa) {
            told.put("n", number(rsa.getModulus(), (rsa.getModulus().bitLength() + 7) / 8));
            told.put("e", number(rsa.getPublicExponent(), BigIntegers.getUnsignedByteLength(rsa.getPublicExponent())));
        } else if (key instanceof ECPublicKey curve) {
            int bytes = (curve.getParams().getCurve().getField().getFieldSize() + 7) / 8;
            told.put("crv", given.path("crv").asText("P-256").toUpperCase(Locale.ROOT));
            told.put("x", number(curve.getW().getAffineX(), bytes));
            told.put("y", number(curve.getW().getAffineY(), bytes));
        }
        return told;
    }

    private static JsonNode operations() {
        return JsonNodeFactory.instance
                .arrayNode()
                .add("encrypt")
                .add("decrypt")
                .add("sign")
                .add("verify")
                .add("wrapKey")
                .add("unwrapKey");
    }

    private static String number(BigInteger number, int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(BigIntegers.asUnsignedByteArray(bytes, number));
    }
}
