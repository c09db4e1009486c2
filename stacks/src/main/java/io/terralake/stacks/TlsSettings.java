package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What endpoints in a cluster show who they are by. Certificate and key are in the cluster, put there by whoever has them.
 *
 * @param secret the name of the secret in the namespace {@code azureml} of the cluster
 * @param hostName the host name that the certificate is for
 */
@RecordBuilder
public record TlsSettings(
        @NotNull @Pattern(regexp = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")
        @JsonPropertyDescription(
                "name of the secret in the namespace azureml of the cluster, with cert.pem and key.pem")
        String secret,

        @NotNull @Pattern(regexp = "^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$")
        @JsonPropertyDescription("host name that the certificate is for, such as models.example.com")
        String hostName) {}
