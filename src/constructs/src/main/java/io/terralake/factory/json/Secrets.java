package io.terralake.factory.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.expression.Parser;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords, keys and tokens in JSON. They would stand in the repository, in Terraform's state and in its plans. References to a
 * vault's secrets, and values that a parameter brings, are none.
 */
public final class Secrets {
    /** Names of what holds nothing else, without regard to case. */
    private static final Set<String> NAMES = Set.of(
            "accesskey",
            "accesstoken",
            "accountkey",
            "apikey",
            "apitoken",
            "authorizationkey",
            "catalogadminpassword",
            "clientsecret",
            "consumersecret",
            "credentialstring",
            "developertoken",
            "encryptedcredential",
            "functionkey",
            "key",
            "keytab",
            "mwsauthtoken",
            "oauthtokensecret",
            "passphrase",
            "password",
            "privatekey",
            "privatekeycontent",
            "pwd",
            "refreshtoken",
            "sastoken",
            "secret",
            "secretaccesskey",
            "secretkey",
            "serviceprincipalcredential",
            "serviceprincipalembeddedcert",
            "serviceprincipalembeddedcertpassword",
            "serviceprincipalkey",
            "token");

    /** Secrets inside of connection strings and addresses. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)(?:^|[;?&\\s])(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|sig|code|accesskey|apikey"
                    + "|primarykey|secret|token)\\s*=\\s*(?!@\\{|\\s*(?:;|$))|://[^/@:\\s]+:[^/@\\s]+@|^bearer\\s+\\S");

    private static final String WHY = "would stand in Terraform's state; ";

    private static final String VAULT =
            "name a secret of a vault, {\"type\": \"AzureKeyVaultSecret\", …}, or let the factory's identity log in";

    /** How the factory's own identity logs in, by the type of linked service. */
    private static final Map<String, String> IDENTITIES = Map.ofEntries(
            Map.entry(
                    "AzureBlobFS",
                    "give the url only: the factory's identity logs in, with Storage Blob Data Contributor"),
            Map.entry(
                    "AzureBlobStorage",
                    "give a serviceEndpoint: the factory's identity logs in, with Storage Blob Data Contributor"),
            Map.entry(
                    "AzureDataExplorer",
                    "give endpoint and database: the factory's identity logs in, with a role of the database"),
            Map.entry("AzureDataLakeStore", "give the dataLakeStoreUri only: the factory's identity logs in"),
            Map.entry(
                    "AzureDatabricks",
                    "give authentication MSI and workspaceResourceId: the factory's identity logs in"),
            Map.entry("AzureFunction", "give authentication MSI and resourceId: the factory's identity logs in"),
            Map.entry(
                    "AzureSqlDW",
                    "give authenticationType SystemAssignedManagedIdentity: the factory's identity logs in, as a user of the database"),
            Map.entry(
                    "AzureSqlDatabase",
                    "give authenticationType SystemAssignedManagedIdentity: the factory's identity logs in, as a user of the database"),
            Map.entry(
                    "AzureSqlMI",
                    "give authenticationType SystemAssignedManagedIdentity: the factory's identity logs in, as a user of the database"),
            Map.entry(
                    "AzureStorage",
                    "make it an AzureBlobStorage with a serviceEndpoint: the factory's identity logs in, with Storage Blob Data Contributor"),
            Map.entry(
                    "AzureTableStorage",
                    "give a serviceEndpoint: the factory's identity logs in, with Storage Table Data Contributor"),
            Map.entry(
                    "CosmosDb",
                    "give accountEndpoint and database: the factory's identity logs in, with a data role of the account"),
            Map.entry(
                    "RestService",
                    "give authenticationType ManagedServiceIdentity and aadResourceId: the factory's identity logs in"));

    private Secrets() {}

    /**
     * Notes every secret.
     *
     * @param properties what stands under {@code properties}
     * @param allowed whether a secret is a warning only
     */
    public static void check(JsonNode properties, boolean allowed, Findings findings) {
        String type = properties.path("type").asText();
        String advice = WHY + IDENTITIES.getOrDefault(type, VAULT);
        visit("/typeProperties", "", properties.path("typeProperties"), advice, allowed, findings);
        properties.path("parameters").properties().forEach(parameter -> {
            JsonNode value = parameter.getValue().path("defaultValue");
            boolean secure = parameter.getValue().path("type").asText().equalsIgnoreCase("SecureString")
                    || isName(parameter.getKey());
            if (isGiven(value) && secure || value.isTextual() && isInside(value.asText())) {
                findings.secret(
                        "/parameters/%s/defaultValue".formatted(Findings.escaped(parameter.getKey())),
                        "a secret as a default " + advice,
                        allowed);
            }
        });
    }

    private static void visit(
            String pointer, String name, JsonNode node, String advice, boolean allowed, Findings findings) {
        if (node.isObject() && isType(node, "AzureKeyVaultSecret")) {
            return;
        }
        if (node.isObject() && isType(node, "SecureString")) {
            boolean secret = isGiven(node.path("value"))
                    && (!name.equalsIgnoreCase("connectionString")
                            || isInside(node.path("value").asText()));
            if (secret) {
                findings.secret(pointer + "/value", "a secret " + advice, allowed);
            }
        } else if (node.isTextual()
                && (isName(name) && isGiven(node) || isInside(node.asText()) && !Parser.computes(node.asText()))) {
            findings.secret(pointer, "a secret " + advice, allowed);
        } else {
            node.properties()
                    .forEach(field -> visit(
                            pointer + "/" + Findings.escaped(field.getKey()),
                            field.getKey(),
                            field.getValue(),
                            advice,
                            allowed,
                            findings));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                visit(pointer + "/" + i, name, node.get(i), advice, allowed, findings);
            }
        }
    }

    private static boolean isName(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isInside(String text) {
        return INSIDE.matcher(text).find();
    }

    /** Whether there is a value that is not computed from a parameter. */
    private static boolean isGiven(JsonNode value) {
        return value.isTextual() && !value.asText().isEmpty() && !Parser.computes(value.asText());
    }

    private static boolean isType(JsonNode node, String type) {
        return node.path("type").asText().equalsIgnoreCase(type);
    }
}
