package io.terralake.examples;

import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.content.FactoryContent;
import io.terralake.factory.content.FactoryContentProps;
import io.terralake.factory.content.Replacement;
import java.nio.file.Path;
import java.util.List;

/** The example of the guide to factories that are there already. */
final class FactoryContentExample {
    private FactoryContentExample() {}

    static FactoryContent content(PlatformStack stack, DataFactory factory, Path folder) {
        FactoryContentProps shop = FactoryContentProps.builder()
                .factory(factory)
                .path(folder)
                .replacements(List.of(Replacement.ofLinkedService(
                        "Lake", "/typeProperties/url", "https://shopprod.dfs.core.windows.net/")))
                .build();
        return new FactoryContent(stack, "Shop", shop);
    }
}
