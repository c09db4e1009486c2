package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Notebook}.
 *
 * @param workspace where it goes
 * @param path where it lies in the workspace, such as {@code /Shared/tlake/loans}
 * @param source where it lies in the repository, in Databricks' source format, such as {@code stacks/loan-versions/notebooks/loans.py}.
 *     Its ending names the language: {@code .py}, {@code .r}, {@code .scala} or {@code .sql}. Terraform reads it when it plans.
 * @param values what differs between environments: the text that comes in place of {@code {{name}}}, by name; @default the source as it is
 */
@RecordBuilder
public record NotebookProps(
        IDatabricksWorkspace workspace,
        String path,
        String source,
        @Nullable Map<String, String> values) {

    /** @throws IllegalArgumentException when a value's name is not made of letters, digits and '_' */
    public NotebookProps {
        values = Sorted.copyOrEmpty(values);
        for (String name : values.keySet()) {
            if (!name.matches("\\w{1,100}")) {
                throw new IllegalArgumentException(
                        "value \"%s\" is not allowed: 1 to 100 letters, digits and '_'".formatted(name));
            }
        }
    }

    public static NotebookPropsBuilder builder() {
        return NotebookPropsBuilder.builder();
    }
}
