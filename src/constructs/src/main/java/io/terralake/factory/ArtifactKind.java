package io.terralake.factory;

import io.terralake.azure.NamingRule;

/**
 * What a factory has, and how it is named. Names are unique by kind, whatever their case.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/naming-rules">Data Factory: naming rules</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftdatafactory">
 *     Naming rules and restrictions: Microsoft.DataFactory</a>
 */
public enum ArtifactKind {
    LINKED_SERVICE("linked service", false),
    DATASET("dataset", false),
    DATA_FLOW("data flow", false),
    PIPELINE("pipeline", true),
    TRIGGER("trigger", true),
    INTEGRATION_RUNTIME(
            "integration runtime", "[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "letters, digits and single hyphens inside", 3, 63),
    CREDENTIAL("credential", true);

    private static final int LONGEST = 260;
    private static final String REFUSED = ".+?/<>*%&:\\\\#";

    private final String label;
    private final NamingRule rule;
    private final NamingRule accepted;

    ArtifactKind(String label, boolean dashes) {
        this.label = label;
        this.accepted = without(label, REFUSED);
        this.rule = dashes ? accepted : without(label, REFUSED + "-");
    }

    ArtifactKind(String label, String form, String characters, int shortest, int longest) {
        this.label = label;
        this.rule = NamingRule.of(label, "", shortest, longest, form, characters);
        this.accepted = rule;
    }

    private static NamingRule without(String label, String refused) {
        return NamingRule.of(
                label,
                "",
                1,
                LONGEST,
                "[A-Za-z0-9_][^\\p{Cntrl}%s]*".formatted(refused.replace("-", "\\-")),
                "a letter, digit or '_' first, no control character and none of " + refused.replace("\\\\", "\\"));
    }

    /** What it is called in messages, such as {@code linked service}. */
    public String label() {
        return label;
    }

    /** How it is named, after the documentation. */
    public NamingRule rule() {
        return rule;
    }

    /** What the service takes all the same: factories have dashes where the documentation allows none. */
    public NamingRule accepted() {
        return accepted;
    }
}
