package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource or data source of a synthesized stack.
 *
 * @param type its Terraform type, such as {@code azurerm_key_vault}; data sources as {@code data.azurerm_…}
 * @param id its Terraform name
 * @param constructPath the path of its construct
 * @param properties its arguments, without CDKTF's metadata
 */
public record Resource(String type, String id, String constructPath, JsonNode properties) {
    private static final String AZAPI = "azapi_resource";

    /**
     * What it makes: its Terraform type, or for {@code azapi_resource}, which makes anything, the type in Azure without its
     * version, such as {@code Microsoft.DataFactory/factories/pipelines}.
     */
    public String kind() {
        return type.equals(AZAPI) ? properties.path("type").asText().replaceFirst("@.*", "") : type;
    }

    /** The Terraform address, such as {@code azurerm_key_vault.Vault}. */
    public String address() {
        return type + "." + id;
    }
}
