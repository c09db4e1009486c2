package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a factory logs in to a server of files; implement it for other ways, with secrets of a vault.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-http#linked-service-properties">HTTP: linked service
 *     properties</a>
 */
public interface HttpAuthentication {

    /**
     * What the linked service says about it, such as {@code {"authenticationType": "Anonymous"}}.
     *
     * @param factory the factory that connects, which has all that is named
     */
    ObjectNode json(IDataFactory factory);

    /** Nobody is asked who they are. */
    static HttpAuthentication anonymous() {
        return factory -> of("Anonymous");
    }

    /** By name and password. */
    static HttpAuthentication basic(String userName, VaultSecret password) {
        return factory -> byPassword("Basic", userName, password.json(factory));
    }

    /** By name and a digest of the password. */
    static HttpAuthentication digest(String userName, VaultSecret password) {
        return factory -> byPassword("Digest", userName, password.json(factory));
    }

    /**
     * By a certificate of the machine that the self-hosted runtime is on.
     *
     * @param thumbprint that of the certificate
     */
    static HttpAuthentication certificate(String thumbprint) {
        return factory -> of("ClientCertificate").put("certThumbprint", thumbprint);
    }

    private static ObjectNode byPassword(String type, String userName, ObjectNode password) {
        ObjectNode json = of(type).put("userName", userName);
        json.set("password", password);
        return json;
    }

    private static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("authenticationType", type);
    }
}
