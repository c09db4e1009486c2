package io.terralake.policy;

import java.util.List;
import java.util.Locale;

/** Arguments that are secrets, by what they are called. */
final class SecretName {
    private static final String CONNECTION = "connectionstring";

    /** How the names end, without underscores and in lower case. */
    private static final List<String> ENDINGS = List.of(
            "password",
            "passphrase",
            "clientsecret",
            "accountkey",
            "accesskey",
            "sharedkey",
            "apikey",
            "functionkey",
            "privatekey",
            "instrumentationkey",
            "sastoken",
            "saskey",
            "sasurl",
            "sasuri",
            "sharedaccesssignature",
            "encryptedcredential");

    /** Azure's own way to write that a value is in Key Vault, and expressions of Data Factory. */
    private static final String REFERENCE = "@";

    private SecretName() {}

    /** Whether a text, which is no expression, stands where a secret is expected. */
    static boolean isSecret(Argument argument) {
        String text = argument.value().textValue();
        if (argument.isExpression() || text.isEmpty() || text.startsWith(REFERENCE)) {
            return false;
        }
        // In {"type": "SecureString", "value": …} the name stands around the value.
        String name = argument.name().equals("value") ? argument.block() : argument.name();
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        if (plain.endsWith(CONNECTION)) {
            return !SecretText.isKeyless(text);
        }
        return name.equals("secret")
                || name.endsWith("_secret")
                || ENDINGS.stream().anyMatch(plain::endsWith);
    }
}
