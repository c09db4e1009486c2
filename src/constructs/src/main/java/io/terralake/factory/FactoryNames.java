package io.terralake.factory;

import io.terralake.azure.NamingRule;

/** How factories and what is in them are named. */
public final class FactoryNames {
    /** Pipelines, triggers, linked services, datasets and data flows. */
    public static final NamingRule ARTIFACT = NamingRule.of(
            "data factory artifact",
            "",
            1,
            140,
            "[A-Za-z0-9_][^.+?/<>*%&:\\\\]*",
            "a letter, digit or '_' first, none of .+?/<>*%&:\\");

    static final NamingRule FACTORY = NamingRule.of(
            "data factory", "adf", 3, 63, "[A-Za-z0-9]+(-[A-Za-z0-9]+)*", "letters, digits and single hyphens inside");

    private FactoryNames() {}
}
