package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A key of one's own that is managed elsewhere.
 *
 * @param uri the key with a version, {@code https://<vault>.vault.azure.net/keys/<key>/<version>}
 * @param vaultId the Azure id of its vault
 * @param identityId the Azure id of a user-assigned identity that may wrap and unwrap with it
 */
@RecordBuilder
public record KeySettings(
        @NotNull @Size(max = 300) @JsonPropertyDescription("the key, https://<vault>.vault.azure.net/keys/<key>/<version>")
        String uri,

        @NotNull @Size(max = 1024) @JsonPropertyDescription("Azure id of its vault")
        String vaultId,

        @NotNull @Size(max = 1024) @JsonPropertyDescription("Azure id of a user-assigned identity that may use it")
        String identityId) {}
