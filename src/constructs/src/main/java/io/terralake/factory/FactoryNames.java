package io.terralake.factory;

import io.terralake.azure.NamingRule;

/**
 * How factories and their runtimes are named; {@link ArtifactKind} has the rest.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/naming-rules">Data Factory: naming rules</a>
 */
final class FactoryNames {
    private static final String FORM = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";
    private static final String CHARACTERS = "letters, digits and single hyphens inside";

    static final NamingRule FACTORY = NamingRule.of("data factory", "adf", 3, 63, FORM, CHARACTERS);
    static final NamingRule RUNTIME = ArtifactKind.INTEGRATION_RUNTIME.rule();

    private FactoryNames() {}
}
