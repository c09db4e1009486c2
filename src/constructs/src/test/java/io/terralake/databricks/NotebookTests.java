package io.terralake.databricks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebookTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final IDatabricksWorkspace workspace =
            DatabricksWorkspace.fromWorkspaceId(stack, "Workspace", PlatformTeam.WORKSPACE);

    @Test
    void isTheSourceOfTheRepository() {
        notebook("/Shared/lakes/loans", "stacks/loans.sql", Map.of());
        assertThat(stack).hasResource("databricks_notebook", """
                {
                  path: '/Shared/lakes/loans',
                  language: 'SQL',
                  content_base64: '${base64encode(file("../../../stacks/loans.sql"))}',
                  source: absent,
                }
                """);
    }

    /** Terraform puts the values in; a value is no expression. */
    @Test
    void hasTheValuesOfItsEnvironment() {
        notebook(
                "/Shared/lakes/loans",
                "stacks/loans.py",
                Map.of("table", "lakes_test.loans.loan", "note", "a \"${x}\""));
        assertThat(stack).hasResource("databricks_notebook", """
                {
                  language: 'PYTHON',
                  content_base64: '${base64encode(replace(replace(file("../../../stacks/loans.py"), "{{note}}", "a \\\\"$${x}\\\\""), "{{table}}", "lakes_test.loans.loan"))}',
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loans      | stacks/loans.py    | path "loans" is not allowed: one in the workspace, which starts with /
            /loans     | ../loans.py        | source "../loans.py" is not allowed: a path in the repository of 1 to 1024 characters, without ..
            /loans     | stacks/loans.ipynb | source "stacks/loans.ipynb" is not allowed: its name ends with one of .py, .r, .scala, .sql
            """)
    void refusesWhatIsNoSourceOrGoesNowhere(String path, String source, String message) {
        assertThatThrownBy(() -> notebook(path, source, Map.of())).hasMessage(message + " (at test-stack/Notebook)");
    }

    @Test
    void refusesNamesOfValuesThatAreNone() {
        NotebookPropsBuilder props = NotebookProps.builder().values(Map.of("a b", "c"));
        assertThatThrownBy(props::build).hasMessage("value \"a b\" is not allowed: 1 to 100 letters, digits and '_'");
    }

    private void notebook(String path, String source, Map<String, String> values) {
        new Notebook(
                stack,
                "Notebook",
                NotebookProps.builder()
                        .workspace(workspace)
                        .path(path)
                        .source(source)
                        .values(values)
                        .build());
    }
}
