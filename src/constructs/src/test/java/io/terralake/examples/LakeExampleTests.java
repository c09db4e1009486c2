package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import com.hashicorp.cdktf.Testing;
import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.settings.Environment;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LakeExampleTests {

    @Test
    void isSafeAndTiered() {
        PlatformStack stack = LakeExample.addLake(Testing.app(), new Environment("dev", Stacks.settings()));
        assertThat(stack)
                .hasResourceCount("azurerm_storage_account", 1)
                .hasResource("azurerm_storage_account", Map.of("shared_access_key_enabled", false))
                .hasResource(
                        "azurerm_storage_management_policy", Map.of("rule", Match.arrayWith(Map.of("name", "bronze"))));
    }
}
