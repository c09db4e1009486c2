package io.terralake.azure;

import java.util.regex.Pattern;

/**
 * How resources of a type are named: the abbreviation that starts their names and the names that Azure accepts. A service
 * declares the rules of its own resource types.
 *
 * @param label what the type is called in messages, such as {@code key vault}
 * @param abbreviation what starts a derived name, such as {@code kv}; empty for nothing
 * @param separator what stands between the parts of a derived name, {@code -} or nothing
 * @param minLength the fewest characters
 * @param maxLength the most characters
 * @param pattern the form of the whole name
 * @param characters the form in words, such as {@code letters and digits}
 * @param isHostName whether names are parts of addresses on the internet, in which some words are reserved
 * @see <a href="https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations">Cloud
 *     Adoption Framework: abbreviations</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">Azure:
 *     naming rules and restrictions</a>
 */
public record NamingRule(
        String label,
        String abbreviation,
        String separator,
        int minLength,
        int maxLength,
        Pattern pattern,
        String characters,
        boolean isHostName) {

    /**
     * A rule for names whose parts are joined by hyphens.
     *
     * @param pattern a regular expression for the whole name
     */
    public static NamingRule of(
            String label, String abbreviation, int minLength, int maxLength, String pattern, String characters) {
        return new NamingRule(
                label, abbreviation, "-", minLength, maxLength, Pattern.compile(pattern), characters, false);
    }

    /** The same rule for names without hyphens. */
    public NamingRule withoutSeparator() {
        return new NamingRule(label, abbreviation, "", minLength, maxLength, pattern, characters, isHostName);
    }

    /** The same rule for names that are parts of addresses on the internet. */
    public NamingRule asHostName() {
        return new NamingRule(label, abbreviation, separator, minLength, maxLength, pattern, characters, true);
    }

    /**
     * Returns the name when Azure would accept it.
     *
     * @throws IllegalArgumentException with the name, its length and what is allowed
     */
    public String check(String name) {
        if (name.length() < minLength
                || name.length() > maxLength
                || !pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("%s name \"%s\" (%d characters) is not allowed: %d to %d characters, %s"
                    .formatted(label, name, name.length(), minLength, maxLength, characters));
        }
        if (isHostName) {
            ReservedWords.problem(name).ifPresent(problem -> {
                throw new IllegalArgumentException("%s name \"%s\" is not allowed: %s".formatted(label, name, problem));
            });
        }
        return name;
    }
}
