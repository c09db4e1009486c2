package io.terralake.entra;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link GitHubCredential}.
 *
 * @param application whom the workflow logs in as; it can have 20 credentials
 * @param subject the workflow
 */
@RecordBuilder
public record GitHubCredentialProps(Application application, GitHubSubject subject) {

    public static GitHubCredentialPropsBuilder builder() {
        return GitHubCredentialPropsBuilder.builder();
    }
}
