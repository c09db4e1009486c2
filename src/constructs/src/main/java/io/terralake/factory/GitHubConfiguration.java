package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The GitHub repository that people edit a factory in. Use it for a factory that people develop in, not for one whose
 * pipelines Terraform writes: the two would overwrite each other (hashicorp/terraform-provider-azurerm#16261).
 *
 * @param accountName the user or organization
 * @param repositoryName the repository
 * @param branchName the collaboration branch
 * @param rootFolder where the factory's files are; @default {@code /}
 */
@RecordBuilder
public record GitHubConfiguration(
        String accountName,
        String repositoryName,
        String branchName,
        @Nullable String rootFolder) {

    public GitHubConfiguration {
        rootFolder = rootFolder == null ? "/" : rootFolder;
        if (!rootFolder.startsWith("/")) {
            throw new IllegalArgumentException(
                    "root folder \"%s\" is not allowed: a path that starts with /".formatted(rootFolder));
        }
    }

    public static GitHubConfigurationBuilder builder() {
        return GitHubConfigurationBuilder.builder();
    }
}
