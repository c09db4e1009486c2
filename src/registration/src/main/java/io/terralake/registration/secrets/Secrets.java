package io.terralake.registration.secrets;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a program was given as a secret, by whatever name, and what looks like one. Everything that is printed or written
 * goes through {@link #redact}: words of ours, of a driver, and of a server that says what it was sent.
 */
public final class Secrets {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** Variables of Azure's, Terraform's, GitHub's and other programs; short values are switches such as {@code true}. */
    private static final Pattern NAMES = Pattern.compile("(?i).*(TOKEN|SECRET|PASSWORD|_KEY|IDENTITY_HEADER)");

    private static final int SHORTEST = 8;

    /** A server that cuts a long secret off shows its beginning. */
    private static final int BEGINNING = 16;

    /** Tokens of Entra ID, headers, keys in connection strings and queries, user information of addresses. */
    private static final List<Pattern> LOOKS = List.of(
            Pattern.compile("()\\beyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*)*"),
            Pattern.compile("(?i)(\\bbearer\\s+)[A-Za-z0-9._~+/-]{8,}=*"),
            Pattern.compile(
                    "(?i)((?:password|passwd|pwd|token|secret|accountkey|accesskey|accesssignature|sig)\\s*=\\s*)"
                            + "(?:\\{[^}]*}|[^;&\\s\"']+)"),
            Pattern.compile("(?i)([a-z][a-z0-9+.-]*://)[^/?#\\s\"']*(?=@)"));

    private final List<Pattern> given;

    private Secrets(Set<String> values) {
        this.given = values.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Secrets::pattern)
                .toList();
    }

    /**
     * The secrets among environment variables.
     *
     * @param environment by name
     * @param ours names of variables that are secret however short they are
     */
    public static Secrets of(Map<String, String> environment, Set<String> ours) {
        Set<String> values = new TreeSet<>();
        environment.forEach((name, value) -> {
            boolean secret = ours.contains(name) || (NAMES.matcher(name).matches() && value.length() >= SHORTEST);
            if (secret && !value.isBlank()) {
                values.add(value);
                values.add(value.strip());
                values.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
                values.add(value.replace("\\", "\\\\").replace("\"", "\\\""));
                values.addAll(parts(value));
            }
        });
        return new Secrets(values);
    }

    /**
     * A text without secrets, and without characters that a terminal would obey.
     *
     * @param text anything that somebody is going to read
     */
    public String redact(String text) {
        String redacted = text;
        for (Pattern secret : given) {
            redacted = secret.matcher(redacted).replaceAll(Matcher.quoteReplacement(MASK));
        }
        for (Pattern look : LOOKS) {
            redacted = look.matcher(redacted).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        }
        return redacted.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "?");
    }

    /**
     * A writer that redacts, line by line.
     *
     * @param out where to
     */
    public PrintWriter redacting(PrintWriter out) {
        return new PrintWriter(new RedactingWriter(this, out), true);
    }

    /** Somebody who gives a whole document for a token gave the token within it. */
    private static Set<String> parts(String value) {
        return Pattern.compile("[\\s\"',{}]+")
                .splitAsStream(value)
                .filter(part -> part.length() > BEGINNING)
                .collect(Collectors.toSet());
    }

    private static Pattern pattern(String secret) {
        if (secret.length() < SHORTEST) {
            return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(secret) + "(?![A-Za-z0-9])");
        }
        if (secret.length() > 2 * BEGINNING) {
            return Pattern.compile(
                    Pattern.quote(secret) + "|" + Pattern.quote(secret.substring(0, BEGINNING)) + "[^\\s\"']*");
        }
        return Pattern.compile(Pattern.quote(secret));
    }
}
