package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub App, installed in one account. Its private key is a key of the vault, which signs; nobody can read it there.
 *
 * @param appId the App's id or client id
 * @param installationId the id of its installation
 * @param key the name of the key in the vault; @default {@code github-app}
 */
@RecordBuilder
public record GitHubAppSettings(
        @NotNull @Pattern(regexp = "^[A-Za-z0-9.]{1,40}$") @JsonPropertyDescription("id or client id of the App")
        String appId,

        @NotNull @Pattern(regexp = "^[0-9]{1,18}$") @JsonPropertyDescription("id of its installation")
        String installationId,

        @Nullable @Pattern(regexp = "^[A-Za-z0-9-]{1,127}$") @JsonPropertyDescription("name of its private key in the vault; default github-app")
        String key) {

    public GitHubAppSettings {
        key = key == null ? "github-app" : key;
    }
}
