package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import org.jspecify.annotations.Nullable;

/**
 * How a factory logs in to a REST API; implement it for other ways, with secrets of a vault.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-rest#linked-service-properties">REST: linked service
 *     properties</a>
 */
public interface RestAuthentication {

    /**
     * What the linked service says about it, such as {@code {"authenticationType": "Anonymous"}}.
     *
     * @param factory the factory that connects, which has all that is named
     */
    ObjectNode json(IDataFactory factory);

    /** Nobody is asked who they are. */
    static RestAuthentication anonymous() {
        return factory -> of("Anonymous");
    }

    /**
     * By the factory's own identity.
     *
     * @param resource what a token is asked for, such as {@code https://management.azure.com/}
     */
    static RestAuthentication identity(String resource) {
        return factory -> of("ManagedServiceIdentity").put("aadResourceId", resource);
    }

    /** By a credential of the factory. */
    static RestAuthentication identity(String resource, ICredential credential) {
        return factory -> {
            FactoryArtifact.requireSameFactory(factory, "credential", credential);
            ObjectNode json = of("ManagedServiceIdentity").put("aadResourceId", resource);
            json.set(
                    "credential",
                    LinkedServiceOptions.reference(
                            Contract.ask(credential, "credentialName", credential::credentialName),
                            "CredentialReference"));
            return json;
        };
    }

    /** By name and password. */
    static RestAuthentication basic(String userName, VaultSecret password) {
        return factory -> {
            ObjectNode json = of("Basic").put("userName", userName);
            json.set("password", password.json(factory));
            return json;
        };
    }

    /**
     * By an application of Entra ID that has a secret.
     *
     * @param tenantId the tenant that it is in
     * @param clientId its id
     * @param resource as that of {@link #identity(String)}
     */
    static RestAuthentication servicePrincipal(String tenantId, String clientId, VaultSecret secret, String resource) {
        return factory -> {
            ObjectNode json = principal(tenantId, clientId, resource, "ServicePrincipalKey");
            json.set("servicePrincipalKey", secret.json(factory));
            return json;
        };
    }

    /**
     * By an application of Entra ID that has a certificate.
     *
     * @param certificate a secret with the certificate and its key, as PKCS #12 in base 64
     * @param password the password of that; null when it has none
     */
    static RestAuthentication servicePrincipalCertificate(
            String tenantId,
            String clientId,
            VaultSecret certificate,
            @Nullable VaultSecret password,
            String resource) {
        return factory -> {
            ObjectNode json = principal(tenantId, clientId, resource, "ServicePrincipalCert");
            json.set("servicePrincipalEmbeddedCert", certificate.json(factory));
            if (password != null) {
                json.set("servicePrincipalEmbeddedCertPassword", password.json(factory));
            }
            return json;
        };
    }

    /**
     * By the client credentials of OAuth 2.
     *
     * @param tokenEndpoint where tokens are given out
     * @param scope what is asked for; null for nothing in particular
     */
    static RestAuthentication clientCredentials(
            String tokenEndpoint, String clientId, VaultSecret secret, @Nullable String scope) {
        return factory -> {
            ObjectNode json = of("OAuth2ClientCredential")
                    .put("tokenEndpoint", tokenEndpoint)
                    .put("clientId", clientId);
            json.set("clientSecret", secret.json(factory));
            return scope == null ? json : json.put("scope", scope);
        };
    }

    private static ObjectNode principal(String tenantId, String clientId, String resource, String credentialType) {
        return of("AadServicePrincipal")
                .put("tenant", tenantId)
                .put("servicePrincipalId", clientId)
                .put("servicePrincipalCredentialType", credentialType)
                .put("aadResourceId", resource);
    }

    private static ObjectNode of(String type) {
        return JsonNodeFactory.instance.objectNode().put("authenticationType", type);
    }
}
