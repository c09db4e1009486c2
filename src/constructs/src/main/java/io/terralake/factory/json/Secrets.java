package io.terralake.factory.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.expression.Parser;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords, keys and tokens in JSON. They would stand in the repository, in Terraform's state and in its plans. References to a
 * vault's secrets, and values that a parameter brings, are none.
 */
public final class Secrets {
    /** Names of what holds nothing else, without regard to case; the headers of requests included. */
    private static final Set<String> NAMES = Set.of("""
            accesskey|accesstoken|accountkey|api-key|apikey|apitoken|authorization|authorizationkey|catalogadminpassword|\
            clientsecret|consumersecret|credentialstring|developertoken|encryptedcredential|functionkey|mwsauthtoken|\
            oauthtokensecret|ocp-apim-subscription-key|passphrase|password|pfx|privatekey|privatekeycontent|pwd|refreshtoken|\
            sastoken|secretaccesskey|secretkey|serviceprincipalcredential|serviceprincipalembeddedcert|\
            serviceprincipalembeddedcertpassword|serviceprincipalkey|x-api-key|x-auth-token|x-functions-key""".split("\\|"));

    /** In what logs in they are secrets, elsewhere names of anything. */
    private static final Set<String> OF_LOGINS = Set.of("key", "keytab", "secret", "token");

    /** A value follows, and not one that is computed. */
    private static final String GIVEN = "\\s*=\\s*+(?!@\\{|;|$)";

    private static final String IN_ADDRESSES = "://[^/@:\\s]+:[^/@\\s]+@|^(?:bearer|basic)\\s+\\S";

    /** Secrets inside of connection strings and addresses. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)(?:^|[;?&'\\s])(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature|sig|code|accesskey|apikey"
                    + "|primarykey|secret|token)" + GIVEN + "|" + IN_ADDRESSES);

    /** The same where queries stand too, in which anything is compared with anything. */
    private static final Pattern INSIDE_OTHERS =
            Pattern.compile("(?i)(?:^|[;'])(?:accountkey|sharedaccesskey|sharedaccesssignature|password|pwd)" + GIVEN
                    + "|[?&](?:sig|code|key|apikey|api-key|subscription-key|access_token|token|password)" + GIVEN + "|"
                    + IN_ADDRESSES);

    private final Findings findings;
    private final Set<String> names;
    private final Pattern inside;
    private final String advice;
    private final boolean allowed;

    private Secrets(Findings findings, boolean login, String advice, boolean allowed) {
        this.findings = findings;
        this.names = new HashSet<>(NAMES);
        if (login) {
            names.addAll(OF_LOGINS);
        }
        this.inside = login ? INSIDE : INSIDE_OTHERS;
        this.advice = "would stand in Terraform's state; " + advice;
        this.allowed = allowed;
    }

    /**
     * Notes every secret of what logs in: a linked service, an integration runtime, a credential.
     *
     * @param properties what stands under {@code properties}
     * @param allowed whether a secret is a warning only
     */
    public static void check(JsonNode properties, boolean allowed, Findings findings) {
        String advice = Identities.of(properties.path("type").asText());
        new Secrets(findings, true, advice, allowed).checkIn(properties, List.of("typeProperties"));
    }

    /** The same of what uses them: pipelines, triggers, datasets, data flows. */
    public static void checkUser(JsonNode properties, boolean allowed, Findings findings) {
        new Secrets(findings, false, Identities.IN_PIPELINES, allowed)
                .checkIn(properties, List.of("activities", "typeProperties", "pipelines", "pipeline", "variables"));
    }

    /**
     * Whether nobody should print a value.
     *
     * @param pointer where it stands
     */
    static boolean isSecret(String pointer, String text) {
        String[] names = pointer.split("/");
        int last = names.length - 1;
        String name = last > 0 && Set.of("value", "defaultValue").contains(names[last]) ? names[last - 1] : names[last];
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || OF_LOGINS.contains(lower) || isInside(text);
    }

    /** Whether a text has a password, key or token in it. */
    public static boolean isInside(String text) {
        return isIn(INSIDE_OTHERS, text);
    }

    private void checkIn(JsonNode properties, List<String> places) {
        places.forEach(place -> visit("/" + place, "", properties.path(place)));
        properties.path("parameters").properties().forEach(parameter -> {
            JsonNode value = parameter.getValue().path("defaultValue");
            boolean secure = isType(parameter.getValue(), "SecureString") || isName(parameter.getKey());
            if (isGiven(value) && secure || value.isTextual() && isIn(inside, value.asText())) {
                findings.secret(
                        "/parameters/%s/defaultValue".formatted(Findings.escaped(parameter.getKey())),
                        "a secret as a default " + advice,
                        allowed);
            }
        });
    }

    private void visit(String pointer, String name, JsonNode node) {
        if (node.isObject() && isType(node, "AzureKeyVaultSecret")) {
            return;
        }
        if (node.isObject() && isType(node, "SecureString")) {
            boolean secret = isGiven(node.path("value"))
                    && (!name.equalsIgnoreCase("connectionString")
                            || isIn(inside, node.path("value").asText()));
            note(secret, pointer + "/value");
        } else if (node.isObject() && isType(node, "Expression")) {
            visit(pointer + "/value", name, node.path("value"));
        } else if (node.isTextual()) {
            note(isName(name) && isGiven(node) || isIn(inside, node.asText()), pointer);
        } else {
            node.properties()
                    .forEach(field ->
                            visit(pointer + "/" + Findings.escaped(field.getKey()), field.getKey(), field.getValue()));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                visit(pointer + "/" + i, name, node.get(i));
            }
        }
    }

    private void note(boolean secret, String pointer) {
        if (secret) {
            findings.secret(pointer, "a secret " + advice, allowed);
        }
    }

    private boolean isName(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Of an expression, what follows a quote is computed. */
    private static boolean isIn(Pattern pattern, String text) {
        boolean expression = text.startsWith("@") && !text.startsWith("@@") && !text.startsWith("@{");
        return pattern.matcher(expression ? text.replaceAll("=\\s*'", "=;") : text)
                .find();
    }

    /** Whether there is a value that is not computed from a parameter. */
    private static boolean isGiven(JsonNode value) {
        return value.isTextual() && !value.asText().isEmpty() && !Parser.computes(value.asText());
    }

    private static boolean isType(JsonNode node, String type) {
        return node.path("type").asText().equalsIgnoreCase(type);
    }
}
