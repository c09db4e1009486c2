package io.terralake.core;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Resource types with the abbreviation that starts their names and the names that Azure accepts.
 *
 * @see <a href="https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-abbreviations">Cloud
 *     Adoption Framework: abbreviations</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">Azure:
 *     naming rules and restrictions</a>
 */
public enum AzureResource {
    ACTION_GROUP("ag", "-", 1, 260, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'"),
    ALERT("alert", "-", 1, 260, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'"),
    APPLICATION_INSIGHTS("appi", "-", 1, 260, "[A-Za-z0-9._()-]+", "letters, digits and '._()-'"),
    BUDGET("budget", "-", 1, 63, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'"),
    CONTAINER("", "-", 3, 63, "[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens inside"),
    DATA_FACTORY("adf", "-", 3, 63, "[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "letters, digits and single hyphens inside"),
    DATA_FACTORY_ARTIFACT(
            "", "-", 1, 140, "[A-Za-z0-9_][^.+?/<>*%&:\\\\]*", "a letter, digit or '_' first, none of .+?/<>*%&:\\"),
    DATABRICKS_ACCESS_CONNECTOR("dbac", "-", 3, 64, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'"),
    DATABRICKS_WORKSPACE("dbw", "-", 3, 64, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'"),
    KEY_VAULT("kv", "-", 3, 24, "[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*", "letters, digits and single hyphens inside"),
    LOG_ANALYTICS_WORKSPACE(
            "log", "-", 4, 63, "[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]", "letters, digits and hyphens inside"),
    NAT_GATEWAY("ng", "-", 1, 80, "[A-Za-z0-9][A-Za-z0-9._-]*\\w", "letters, digits and '._-'"),
    NETWORK_SECURITY_GROUP("nsg", "-", 1, 80, "[A-Za-z0-9][A-Za-z0-9._-]*\\w", "letters, digits and '._-'"),
    PRIVATE_ENDPOINT("pep", "-", 2, 64, "[A-Za-z0-9][A-Za-z0-9._-]*\\w", "letters, digits and '._-'"),
    PUBLIC_IP("pip", "-", 1, 80, "[A-Za-z0-9][A-Za-z0-9._-]*\\w", "letters, digits and '._-'"),
    RESOURCE_GROUP(
            "rg", "-", 1, 90, "[A-Za-z0-9._()-]*[A-Za-z0-9_()-]", "letters, digits and '._()-', no dot at the end"),
    SQL_DATABASE(
            "sqldb",
            "-",
            1,
            128,
            "[^<>*%&:\\\\/?]*[^<>*%&:\\\\/?. ]",
            "none of <>*%&:\\/?, no dot or space at the end"),
    SQL_SERVER("sql", "-", 1, 63, "[a-z0-9]([a-z0-9-]*[a-z0-9])?", "lower-case letters, digits and hyphens inside"),
    STORAGE_ACCOUNT("st", "", 3, 24, "[a-z0-9]+", "lower-case letters and digits"),
    SUBNET("snet", "-", 1, 80, "[A-Za-z0-9][A-Za-z0-9._-]*\\w", "letters, digits and '._-'"),
    VIRTUAL_NETWORK("vnet", "-", 2, 64, "[A-Za-z0-9][A-Za-z0-9._-]*\\w", "letters, digits and '._-'");

    private final String abbreviation;
    private final String separator;
    private final int minLength;
    private final int maxLength;
    private final Pattern pattern;
    private final String characters;

    AzureResource(
            String abbreviation, String separator, int minLength, int maxLength, String pattern, String characters) {
        this.abbreviation = abbreviation;
        this.separator = separator;
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.pattern = Pattern.compile(pattern);
        this.characters = characters;
    }

    String abbreviation() {
        return abbreviation;
    }

    String separator() {
        return separator;
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
                    .formatted(label(), name, name.length(), minLength, maxLength, characters));
        }
        return name;
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
