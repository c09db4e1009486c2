package io.terralake.entra;

import java.util.regex.Pattern;

/**
 * A workflow of GitHub Actions, as the token that GitHub gives it says.
 *
 * @param repository owner and name, such as {@code octo-org/octo-repo}
 * @param claim what else must be so, {@code environment:prod} or {@code ref:refs/heads/main}
 * @see <a href="https://docs.github.com/actions/reference/security/oidc#example-subject-claims">OpenID Connect reference: subject
 *     claims</a>
 */
public record GitHubSubject(String repository, String claim) {
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    /** GitHub writes a colon in the name of an environment as {@code %3A}, which nobody would find. */
    private static final Pattern CLAIM = Pattern.compile(
            "environment:[^:*?\"'\\\\<>${}%\\p{Cntrl}]{1,255}|ref:refs/(heads|tags)/[^:*?\\[\\\\~^\\s${}%\\p{Cntrl}]{1,200}|pull_request");

    /** @throws IllegalArgumentException when GitHub has no such repository, environment or branch */
    public GitHubSubject {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(
                    "repository \"%s\" is not allowed: <owner>/<name>, letters, digits and '._-'"
                            .formatted(repository));
        }
        if (!CLAIM.matcher(claim).matches()) {
            throw new IllegalArgumentException(
                    "subject \"%s\" is not allowed: environment:<name>, ref:refs/heads/<branch> or pull_request, without wildcards"
                            .formatted(claim));
        }
    }

    /** Jobs of an environment, which GitHub can protect. */
    public static GitHubSubject environment(String repository, String environment) {
        return new GitHubSubject(repository, "environment:" + environment);
    }

    /** Jobs of a branch, without an environment. */
    public static GitHubSubject branch(String repository, String branch) {
        return new GitHubSubject(repository, "ref:refs/heads/" + branch);
    }

    /** The claim {@code sub} of the token. */
    public String subject() {
        return "repo:%s:%s".formatted(repository, claim);
    }
}
