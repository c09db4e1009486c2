package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Guid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The storage account that keeps Terraform's state; access is by Entra identity, never by key.
 *
 * @param resourceGroupName its resource group
 * @param storageAccountName the account
 * @param containerName the container; each stack has a blob of its own in it
 * @param subscriptionId the account's subscription; @default the one of the environment that Terraform runs in
 */
@RecordBuilder
public record BackendSettings(
        @NotNull @Pattern(regexp = "^[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]$")
        @JsonPropertyDescription("resource group of the account")
        String resourceGroupName,

        @NotNull @Pattern(regexp = "^[a-z0-9]{3,24}$") @JsonPropertyDescription("storage account that keeps the state")
        String storageAccountName,

        @NotNull @Pattern(regexp = "^(?=.{3,63}$)[a-z0-9](-?[a-z0-9])*$")
        @JsonPropertyDescription("container; each stack has a blob of its own in it")
        String containerName,

        @Nullable @Pattern(regexp = Guid.REGEX) @JsonPropertyDescription("subscription of the account, else the one that Terraform runs in")
        String subscriptionId) {}
