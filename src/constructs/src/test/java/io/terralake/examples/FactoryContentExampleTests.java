package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.testing.Stacks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FactoryContentExampleTests {

    @Test
    void bringsAFactoryAlong() {
        PlatformStack stack = Stacks.publicStack();
        DataFactory factory =
                new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
        FactoryContentExample.content(stack, factory, Path.of("src/test/resources/factory/shop"));
        assertThat(stack).hasResource("azapi_resource", """
                {name: "Lake", body: {properties: {typeProperties: {url: "https://shopprod.dfs.core.windows.net/"}}}}
                """);
    }
}
