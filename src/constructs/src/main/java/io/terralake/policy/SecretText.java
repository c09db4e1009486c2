package io.terralake.policy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that are secrets, by what they look like. */
final class SecretText {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");

    /** One of these is in every attribute that is a secret. */
    private static final List<String> SECRET_WORDS =
            List.of("key", "password", "secret", "connection_string", "shared_access_signature", "sas_token");

    /** Attributes, and resources, that are secrets. */
    private static final Pattern SECRET_ATTRIBUTE = Pattern.compile("account_?key\\b|access_key\\b|shared_key\\b"
            // That of Application Insights says where telemetry goes: keys open nothing there, another rule sees to it.
            + "|(?<!application_insights[\\w.-]{0,200})connection_string\\b|shared_access_signature|instrumentation_key"
            + "|password|client_secret|sas_token|_key\\s*[)}\\],]|key_vault_secret\\.[\\w-]+\\.value");

    private static final Pattern SECRET_PART = Pattern.compile(
            "(?i)\\b(AccountKey|SharedAccessKey|AccessKey|SharedAccessSignature|InstrumentationKey|ClientSecret|Password|Pwd)"
                    // What follows @{ is computed when a pipeline runs.
                    + "\\s*=\\s*+(?!@\\{)[^;\\s]+");
    private static final Pattern SIGNATURE = Pattern.compile("[?&]sig=[\\w%+/-]{8,}");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");
    private static final Pattern DATABRICKS_TOKEN = Pattern.compile("\\bdapi[0-9a-f]{32}");

    /** The name of a part of a connection string that is no secret: there are hundreds, and few of those that are. */
    private static final Pattern KEYLESS_PART =
            Pattern.compile("(?!.*(?:key|password|pwd|secret|token|signature|credential))[a-z][a-z0-9 ._-]*");

    private SecretText() {}

    /** Whether a Terraform expression in the text reads a secret. */
    static boolean readsSecret(String text) {
        // A look for words is cheaper than patterns, and most expressions have none of them.
        return text.contains("${")
                && SECRET_WORDS.stream().anyMatch(text::contains)
                && EXPRESSION
                        .matcher(text)
                        .results()
                        .anyMatch(
                                found -> SECRET_ATTRIBUTE.matcher(found.group()).find());
    }

    /** Whether the text carries a secret, whatever it is for. */
    static boolean carriesSecret(String text) {
        return text.indexOf('=') >= 0
                        && (SECRET_PART.matcher(text).find()
                                || SIGNATURE.matcher(text).find())
                || text.contains("-----") && PRIVATE_KEY.matcher(text).find()
                || text.contains("dapi") && DATABRICKS_TOKEN.matcher(text).find();
    }

    /** Whether a connection string has nothing but parts that are no secrets. */
    static boolean isKeyless(String connection) {
        return connection.contains("=")
                && Stream.of(connection.split(";"))
                        .map(part -> part.split("=", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .allMatch(part -> KEYLESS_PART.matcher(part).matches());
    }
}
