package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Store;
import java.security.KeyPair;
import java.security.cert.X509Certificate;

/** What is put into a vault. */
final class VaultItem {
    private VaultItem() {}

    static ObjectNode secret(VaultItems secrets, String name, ObjectNode given) {
        ObjectNode secret = given.deepCopy().put("id", secrets.versionOf(name));
        secret.set("attributes", VaultItems.attributes(given));
        return secret;
    }

    static ObjectNode key(VaultItems keys, String name, ObjectNode given) {
        return key(keys, name, given, VaultKeys.create(given));
    }

    private static ObjectNode key(VaultItems keys, String name, ObjectNode given, KeyPair pair) {
        ObjectNode key = JsonNodeFactory.instance.objectNode();
        key.set("key", VaultKeys.told(keys.versionOf(name), given, pair.getPublic()));
        key.set("attributes", VaultItems.attributes(given));
        if (given.has("tags")) {
            key.set("tags", given.get("tags"));
        }
        return key;
    }

    /** A certificate, with the key and the secret of its name that come with it. */
    static ObjectNode certificate(Store store, VaultItems certificates, String name, ObjectNode given) {
        ObjectNode policy = policy(given.path("policy"), certificates, name);
        KeyPair pair = VaultKeys.create(policy.path("key_props"));
        X509Certificate made = VaultCertificates.create(policy, pair);
        VaultItems keys = new VaultItems(store, certificates.host(), "keys");
        ObjectNode key = key(keys, name, policy.withObject("/key_props").deepCopy(), pair);
        VaultItems secrets = new VaultItems(store, certificates.host(), "secrets");
        ObjectNode secret = JsonNodeFactory.instance
                .objectNode()
                .put("value", VaultCertificates.secret(pair, made))
                .put("contentType", policy.at("/secret_props/contentType").asText());
        secret = secret(secrets, name, secret);
        keys.put(name, key);
        secrets.put(name, secret);
        ObjectNode certificate = JsonNodeFactory.instance.objectNode();
        certificate
                .put("id", certificates.versionOf(name))
                .put("kid", key.at("/key/kid").asText())
                .put("sid", secret.path("id").asText());
        certificate.set("attributes", VaultItems.attributes(given));
        VaultCertificates.tell(certificate, made);
        if (given.has("tags")) {
            certificate.set("tags", given.get("tags"));
        }
        certificate.set("policy", policy);
        return certificate;
    }

    private static ObjectNode policy(JsonNode given, VaultItems certificates, String name) {
        ObjectNode policy =
                given instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        ObjectNode standard = JsonNodeFactory.instance.objectNode();
        standard.put("id", "https://%s/certificates/%s/policy".formatted(certificates.host(), name));
        standard.putObject("key_props")
                .put("kty", "RSA")
                .put("exportable", true)
                .put("reuse_key", false);
        standard.putObject("secret_props").put("contentType", "application/x-pkcs12");
        standard.putObject("x509_props").put("validity_months", 12);
        Json.complete(policy, standard);
        return policy;
    }
}
