package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link WorkspaceFile}.
 *
 * @param workspace where it goes
 * @param path where it lies in the workspace, such as {@code /Shared/tlake/loan-versions.jar}
 * @param source where it lies in the repository, such as {@code src/jobs/target/jobs.jar}. Terraform reads it when it
 *     plans, so it must have been built by then.
 */
@RecordBuilder
public record WorkspaceFileProps(IDatabricksWorkspace workspace, String path, String source) {

    public static WorkspaceFilePropsBuilder builder() {
        return WorkspaceFilePropsBuilder.builder();
    }
}
