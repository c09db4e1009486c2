package io.terralake.databricks;

import io.terralake.core.ConstructException;
import io.terralake.declarations.RepositoryPath;
import software.constructs.Construct;

/** Where something of the repository comes from, and where it goes to in a workspace. */
final class WorkspacePath {
    private WorkspacePath() {}

    /** @throws ConstructException when the path or the source has another form */
    static void check(Construct construct, String path, String source) {
        if (!path.startsWith("/")) {
            throw new ConstructException(
                    construct, "path \"%s\" is not allowed: one in the workspace, which starts with /".formatted(path));
        }
        if (!RepositoryPath.matches(source)) {
            throw new ConstructException(
                    construct, "source \"%s\" is not allowed: %s".formatted(source, RepositoryPath.FORM));
        }
    }
}
