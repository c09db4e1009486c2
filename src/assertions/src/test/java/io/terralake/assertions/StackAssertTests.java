package io.terralake.assertions;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hashicorp.cdktf.Annotations;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackAssertTests {
    private static final String GROUP = "azurerm_resource_group";

    @TempDir
    Path outdir;

    private TerraformStack stack;

    @BeforeEach
    void twoGroupsAndAnOutput() {
        stack = Fixtures.stack(Fixtures.app(outdir), "stack");
        Fixtures.group(stack, "One", "rg-one");
        Fixtures.group(stack, "Two", "rg-two");
        new TerraformOutput(
                stack, "out", TerraformOutputConfig.builder().value("value").build());
    }

    @Test
    void acceptsWhatIsThere() {
        assertThat(stack)
                .hasResourceCount(GROUP, 2)
                .hasResource(GROUP, Map.of("name", "rg-two"))
                .allResources(GROUP, Map.of("location", "westeurope"))
                .doesNotHaveResource(GROUP, Map.of("name", "rg-three"))
                .hasProvider("azurerm", Map.of("storage_use_azuread", true))
                .hasOutput("out", "value")
                .matchesAt("/terraform/backend/local/path", "state")
                .hasNoAnnotations();
    }

    @Test
    void acceptsWhatIsThereAsText() {
        assertThat(stack)
                .hasResource(GROUP, "{name: 'rg-two', tags: absent}")
                .allResources(GROUP, "{location: 'westeurope', name: /rg-.*/}")
                .doesNotHaveResource(GROUP, "{name: 'rg-three'}")
                .hasProvider("azurerm", "{storage_use_azuread: true}")
                .hasOutput("out", Match.json("textLike('val*')"))
                .matchesAt("/terraform/backend", Match.json("{local: {path: 'state'}}"));
    }

    @Test
    void namesDifferencesOfText() {
        assertThatThrownBy(() -> assertThat(stack).hasResource(GROUP, "{name: 'rg-one', location: textLike('north*')}"))
                .hasMessageContaining("  /location: expected a string matching \"north*\", found \"westeurope\"");
        assertThatThrownBy(() -> assertThat(stack).allResources(GROUP, "{name: 'rg-one'}"))
                .hasMessageContaining("1 of 2 do not");
        assertThatThrownBy(() -> assertThat(stack).doesNotHaveResource(GROUP, "{name: anyValue}"))
                .hasMessageContaining("expected no such azurerm_resource_group, found azurerm_resource_group.One");
        assertThatThrownBy(() -> assertThat(stack).hasProvider("azurerm", "{storage_use_azuread: false}"))
                .hasMessageContaining("/provider/azurerm: expected an element like {storage_use_azuread=false}");
    }

    @Test
    void namesTheClosestCandidateAndItsDifferences() {
        assertThatThrownBy(
                        () -> assertThat(stack).hasResource(GROUP, Map.of("name", "rg-one", "location", "northeurope")))
                .hasMessageContaining(
                        "expected a azurerm_resource_group that matches, the closest of 2 is%n".formatted()
                                + "azurerm_resource_group.One (stack/One), 1 differences:%n".formatted()
                                + "  /location: expected \"northeurope\", found \"westeurope\"");
    }

    @Test
    void namesTheTypesThereAreWhenThereIsNoCandidate() {
        assertThatThrownBy(() -> assertThat(stack).hasResource("azurerm_key_vault", Map.of()))
                .hasMessageContaining("stack stack has no azurerm_key_vault; its types are [azurerm_resource_group]");
    }

    @Test
    void namesEveryResourceThatDoesNotMatch() {
        assertThatThrownBy(() -> assertThat(stack).allResources(GROUP, Map.of("name", "rg-one")))
                .hasMessageContainingAll("1 of 2 do not", "azurerm_resource_group.Two", "found \"rg-two\"");
        assertThatThrownBy(() -> assertThat(stack).allResources("azurerm_key_vault", Map.of()))
                .hasMessageContaining("expected resources of type azurerm_key_vault");
    }

    @Test
    void countsAndNamesResources() {
        assertThatThrownBy(() -> assertThat(stack).hasResourceCount(GROUP, 3))
                .hasMessageContaining("expected 3 of azurerm_resource_group, found 2:"
                        + " [azurerm_resource_group.One, azurerm_resource_group.Two]");
    }

    @Test
    void refusesAResourceThatShouldNotBe() {
        assertThatThrownBy(() -> assertThat(stack).doesNotHaveResource(GROUP, Map.of("name", "rg-one")))
                .hasMessageContaining("expected no such azurerm_resource_group, found azurerm_resource_group.One");
    }

    @Test
    void comparesOutputsAndProviders() {
        assertThatThrownBy(() -> assertThat(stack).hasOutput("out", "other"))
                .hasMessageContaining("/output/out/value: expected \"other\", found \"value\"");
        assertThatThrownBy(() -> assertThat(stack).hasProvider("time", Map.of()))
                .hasMessageContaining("/provider/time: expected an array, found none");
    }

    @Test
    void seesAnnotationsErrorsIncluded() {
        Annotations.of(stack).addWarning("looks odd");
        Annotations.of(stack).addError("is wrong");
        assertThat(stack).hasWarning("^stack$", "odd").hasError("stack", "^is wrong$");
        assertThatThrownBy(() -> assertThat(stack).hasError("stack", "odd"))
                .hasMessageContaining("expected an annotation @cdktf/error of /stack/ saying /odd/");
        assertThatThrownBy(() -> assertThat(stack).hasNoAnnotations()).hasMessageContaining("looks odd");
    }

    @Test
    void failsWhenAValidationFails() {
        stack.getNode().addValidation(() -> List.of("not valid"));
        assertThatThrownBy(() -> assertThat(stack)).hasMessageContaining("not valid");
    }
}
