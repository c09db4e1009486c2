package io.terralake.examples;

import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.content.FactoryContent;
import io.terralake.factory.content.FactoryContentProps;
import io.terralake.factory.content.Replacement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** The guide's factory that is there already. */
final class FactoryContentExample {
    private FactoryContentExample() {}

    static FactoryContent bring(Construct stack, IDataFactory factory, Path folder, LinkedService lake) {
        return new FactoryContent(
                stack,
                "Shop",
                FactoryContentProps.builder()
                        .factory(factory)
                        .path(folder)
                        .linkedServices(Map.of("Lake", lake))
                        .integrationRuntimes(Map.of("OfficeMachines", "office"))
                        .replacements(List.of(Replacement.ofLinkedService(
                                "Vault", "/typeProperties/baseUrl", "https://kv-shop-prod.vault.azure.net/")))
                        .build());
    }
}
