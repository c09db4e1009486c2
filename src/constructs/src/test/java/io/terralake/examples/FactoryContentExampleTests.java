package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.core.PlatformStack;
import io.terralake.factory.CustomLinkedService;
import io.terralake.factory.CustomLinkedServiceProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.SelfHostedRuntime;
import io.terralake.factory.SelfHostedRuntimeProps;
import io.terralake.factory.content.FactoryContent;
import io.terralake.testing.Stacks;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FactoryContentExampleTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());

    @Test
    void bringsAFactoryAlong() {
        new SelfHostedRuntime(
                stack,
                "Office",
                SelfHostedRuntimeProps.builder().factory(factory).name("office").build());
        FactoryContent shop = FactoryContentExample.bring(
                stack,
                factory,
                Path.of("src", "test", "resources", "factory", "shop"),
                new CustomLinkedService(
                        stack,
                        "Lake",
                        CustomLinkedServiceProps.builder()
                                .factory(factory)
                                .name("Lake")
                                .type("AzureBlobFS")
                                .typeProperties(
                                        JsonNodeFactory.instance.objectNode().put("url", "https://ours"))
                                .build()));
        assertThat(stack).hasResource("azapi_resource", """
                {name: "Vault", body: {properties: {typeProperties: {baseUrl: "https://kv-shop-prod.vault.azure.net/"}}}}
                """);
        assertThat(shop.pipeline("LoadOrders").parameters()).containsOnlyKeys("day");
    }
}
