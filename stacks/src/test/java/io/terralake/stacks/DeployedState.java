package io.terralake.stacks;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.assertions.SynthesizedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Terraform state that a stack would leave behind: its outputs, with ids as Azure would give them. */
final class DeployedState {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(azurerm_\\w+|azapi_resource)\\.([\\w-]+)\\.([\\w.\\[\\]]+)}");
    private static final String GROUP = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg";

    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            // Of those that other stacks read.
            entry("azapi_resource", "Microsoft.MachineLearningServices/workspaces"),
            entry("azurerm_application_insights", "Microsoft.Insights/components"),
            entry("azurerm_data_factory", "Microsoft.DataFactory/factories"),
            entry("azurerm_databricks_access_connector", "Microsoft.Databricks/accessConnectors"),
            entry("azurerm_databricks_workspace", "Microsoft.Databricks/workspaces"),
            entry("azurerm_eventgrid_system_topic", "Microsoft.EventGrid/systemTopics"),
            entry("azurerm_key_vault", "Microsoft.KeyVault/vaults"),
            entry("azurerm_log_analytics_workspace", "Microsoft.OperationalInsights/workspaces"),
            entry("azurerm_monitor_action_group", "Microsoft.Insights/actionGroups"),
            entry("azurerm_mssql_server", "Microsoft.Sql/servers"),
            entry("azurerm_private_dns_zone", "Microsoft.Network/privateDnsZones"),
            entry("azurerm_storage_account", "Microsoft.Storage/storageAccounts"),
            entry(
                    "azurerm_storage_container",
                    "Microsoft.Storage/storageAccounts/lake/blobServices/default/containers"),
            entry("azurerm_subnet", "Microsoft.Network/virtualNetworks/network/subnets"),
            entry("azurerm_subnet_nat_gateway_association", "Microsoft.Network/virtualNetworks/network/subnets"),
            entry(
                    "azurerm_subnet_network_security_group_association",
                    "Microsoft.Network/virtualNetworks/network/subnets"));

    private static final Set<String> IDS = Set.of("id", "subnet_id");

    private DeployedState() {}

    /** Writes {@code terraform.<stack>.tfstate} where stacks look for it. */
    static void write(SynthesizedStack stack, Path folder) throws IOException {
        ObjectNode state =
                JSON.createObjectNode().put("version", 4).put("serial", 1).put("lineage", stack.name());
        state.putArray("resources");
        ObjectNode outputs = state.putObject("outputs");
        for (Map.Entry<String, JsonNode> output : stack.json().path("output").properties()) {
            String value = deployed(output.getValue().path("value").asText());
            outputs.putObject(output.getKey()).put("value", value).put("type", "string");
        }
        Files.writeString(folder.resolve("terraform." + stack.name() + ".tfstate"), state.toString());
    }

    private static String deployed(String value) {
        Matcher reference = REFERENCE.matcher(value);
        if (!reference.matches()) {
            return value;
        }
        if (reference.group(3).endsWith("principal_id")) {
            return "11111111-2222-3333-4444-555555555555";
        }
        if (reference.group(3).equals("ip_address")) {
            return "203.0.113.9";
        }
        if (!IDS.contains(reference.group(3))) {
            return reference.group(2);
        }
        String type = reference.group(1);
        if (type.equals("azurerm_resource_group")) {
            return GROUP;
        }
        if (!PROVIDERS.containsKey(type)) {
            throw new AssertionError("add the resource provider of " + type + " to DeployedState");
        }
        String name = reference.group(2).toLowerCase(Locale.ROOT).replace('_', '-');
        return "%s/providers/%s/%s".formatted(GROUP, PROVIDERS.get(type), name);
    }
}
