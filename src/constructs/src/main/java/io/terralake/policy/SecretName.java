package io.terralake.policy;

import java.util.regex.Pattern;

/** Arguments that are secrets, by what they are called. */
final class SecretName {
    private static final Pattern SECRET =
            Pattern.compile("(?i)(password|passphrase|client_?secret|account_?key|access_?key"
                    + "|shared_?key|api_?key|function_?key|private_?key|instrumentation_?key|sas_?(token|key|ur[il])"
                    + "|shared_?access_?signature|encrypted_?credential|(^|_)secret|connection_?string)$");

    private static final Pattern CONNECTION = Pattern.compile("(?i)connection_?string$");

    /** Azure's own way to write that a value is in Key Vault, and expressions of Data Factory. */
    private static final String REFERENCE = "@";

    private SecretName() {}

    static boolean isSecret(Argument argument) {
        // In {"type": "SecureString", "value": …} the name stands around the value.
        String name = argument.name().equals("value") ? argument.block() : argument.name();
        String text = argument.value().textValue();
        if (!SECRET.matcher(name).find() || text.isEmpty() || text.startsWith(REFERENCE)) {
            return false;
        }
        return CONNECTION.matcher(name).find() ? !SecretText.isKeyless(text) : !argument.isExpression();
    }
}
