package io.terralake.deployhook;

import io.terralake.registration.input.Problems;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who the hook is, as environment variables say it. Their values stand in no message.
 *
 * @param armToken a ready token for ARM; null to log in by Entra ID
 * @param sqlUser the login of a local SQL server; null to log in by Entra ID
 * @param sqlPassword that of the SQL login
 */
record Login(
        @Nullable String armToken,
        @Nullable String sqlUser,
        @Nullable String sqlPassword) {
    private static final String ARM_TOKEN = "ARM_ACCESS_TOKEN";
    private static final String SQL_USER = "TERRALAKE_SQL_USER";
    private static final String SQL_PASSWORD = "TERRALAKE_SQL_PASSWORD";

    /** What is secret however short it is. */
    static final Set<String> SECRETS = Set.of(ARM_TOKEN, SQL_PASSWORD);

    /** What RFC 6750 lets stand in a header. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final int LONGEST_TOKEN = 16_384;
    private static final int LONGEST_NAME = 128;

    static Login of(Map<String, String> environment, Problems problems) {
        String token = environment.get(ARM_TOKEN);
        if (token != null) {
            checkToken(token, problems.at(ARM_TOKEN));
        }
        String user = environment.get(SQL_USER);
        String password = environment.get(SQL_PASSWORD);
        if ((user == null) != (password == null)) {
            problems.add("%s and %s: only one of the two is set".formatted(SQL_USER, SQL_PASSWORD));
        }
        checkText(user, problems.at(SQL_USER));
        checkText(password, problems.at(SQL_PASSWORD));
        return new Login(token, user, password);
    }

    private static void checkToken(String token, Problems place) {
        if (token.length() > LONGEST_TOKEN || !TOKEN.matcher(token).matches()) {
            place.add(
                    ("holds no token, but %d characters%s: set it to the token alone, as az account get-access-token --query"
                                    + " accessToken --output tsv prints it, or unset it")
                            .formatted(token.length(), what(token)));
        }
    }

    private static String what(String token) {
        if (token.stripLeading().startsWith("{")) {
            return " of JSON";
        }
        if (token.regionMatches(true, 0, "bearer", 0, "bearer".length())) {
            return ", \"Bearer\" among them";
        }
        return token.chars().anyMatch(Character::isWhitespace) ? " with blanks or line breaks" : "";
    }

    private static void checkText(@Nullable String text, Problems place) {
        if (text != null
                && (text.isEmpty()
                        || text.length() > LONGEST_NAME
                        || text.chars().anyMatch(Character::isISOControl))) {
            place.add("not allowed: 1 to %d characters, without line breaks".formatted(LONGEST_NAME));
        }
    }
}
