package io.terralake.machinelearning;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.containerregistry.ContainerRegistry;
import io.terralake.core.Place;
import io.terralake.core.PlaceProps;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.keyvault.KeyVault;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import io.terralake.storage.DataLake;
import io.terralake.storage.StorageAccount;
import io.terralake.storage.StoragePrivateLink;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineLearningWorkspaceTests {
    private static final Principal PEOPLE = Principal.group("people", "11111111-2222-3333-4444-555555555555");

    private final PlatformStack stack = withLogs(Stacks.publicStack());

    /** The original made a registry and left it off the workspace. */
    @Test
    void standsOnAVaultInsightsStorageAndARegistryOfItsOwn() {
        workspace(stack);
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.MachineLearningServices/workspaces@2025-06-01',
                  name: 'mlw-lakes-ml-test-weu',
                  parent_id: '${azurerm_resource_group.ResourceGroup.id}',
                  location: 'westeurope',
                  identity: [{type: 'SystemAssigned'}],
                  ignore_casing: true,
                  body: {
                    kind: 'Default',
                    sku: {name: 'Basic', tier: 'Basic'},
                    properties: {
                      keyVault: textLike('${azurerm_key_vault.Workspace_Vault_*.id}'),
                      applicationInsights: textLike('${azurerm_application_insights.Workspace_Insights_*.id}'),
                      storageAccount: textLike('${azurerm_storage_account.Workspace_Storage_*.id}'),
                      containerRegistry: textLike('${azurerm_container_registry.Workspace_Registry_*.id}'),
                      systemDatastoresAuthMode: 'Identity',
                      publicNetworkAccess: 'Enabled',
                      hbiWorkspace: false,
                      v1LegacyMode: false,
                      managedNetwork: {isolationMode: 'AllowInternetOutbound'},
                    },
                  },
                }
                """);
        assertThat(stack)
                .hasResource("azurerm_key_vault", "{name: 'kv-lakes-ml-test-weu'}")
                .hasResource("azurerm_application_insights", "{name: 'appi-lakes-ml-test-weu'}")
                .hasResource("azurerm_storage_account", """
                        {name: 'stlakesmltestweu', is_hns_enabled: absent, shared_access_key_enabled: false}
                        """)
                .hasResource("azurerm_container_registry", "{name: 'crlakesmltestweu', admin_enabled: false}");
    }

    /** The original's was on the storage account. */
    @Test
    void hasThePrivateEndpointItselfWithBothZones() {
        PlatformStack closed = withLogs(Stacks.privateStack());
        workspace(closed);
        assertThat(closed)
                .hasResource("azapi_resource", """
                        {
                          name: 'mlw-lakes-ml-test-weu',
                          body: {properties: {
                            publicNetworkAccess: 'Disabled',
                            managedNetwork: {isolationMode: 'AllowOnlyApprovedOutbound'},
                          }},
                        }
                        """)
                .hasResource("azurerm_private_endpoint", """
                        {
                          name: 'pep-mlw-lakes-ml-test-weu-amlworkspace',
                          private_service_connection: {
                            private_connection_resource_id: textLike('${azapi_resource.Workspace_*.id}'),
                            subresource_names: ['amlworkspace'],
                          },
                          private_dns_zone_group: {private_dns_zone_ids: [
                            textLike('${azurerm_private_dns_zone.Network_Dns-amlworkspace_*.id}'),
                            textLike('${azurerm_private_dns_zone.Network_Dns-notebooks_*.id}'),
                          ]},
                        }
                        """)
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.api.azureml.ms'}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.notebooks.azure.net'}")
                .hasResource("azurerm_private_endpoint", """
                        {private_service_connection: {
                          private_connection_resource_id: textLike('${azurerm_storage_account.Workspace_Storage_*.id}'),
                          subresource_names: ['file'],
                        }}
                        """);
    }

    @Test
    void standsElsewhereWithAllThatItStandsOn() {
        Place place = new Place(
                stack,
                "East",
                PlaceProps.builder().purpose("ml").region(Region.EAST_US).build());
        new MachineLearningWorkspace(
                place,
                "Workspace",
                MachineLearningWorkspaceProps.builder().purpose("ml").build());
        String group = "${azurerm_resource_group.East_ResourceGroup_*";
        for (String type :
                new String[] {"key_vault", "application_insights", "storage_account", "container_registry"}) {
            assertThat(stack)
                    .hasResource(
                            "azurerm_" + type,
                            "{location: 'eastus', resource_group_name: textLike('%s.name}')}".formatted(group));
        }
        assertThat(stack).hasResource("azapi_resource", """
                {name: 'mlw-lakes-ml-test-eus', location: 'eastus', parent_id: textLike('%s.id}')}
                """.formatted(group));
    }

    @Test
    void standsOnWhatItIsGiven() {
        String registry = PlatformTeam.id("Microsoft.ContainerRegistry/registries/crhub");
        new MachineLearningWorkspace(
                stack,
                "Workspace",
                props().vault(KeyVault.fromVaultId(stack, "Vault", PlatformTeam.VAULT))
                        .storage(StorageAccount.fromAccountId(stack, "Storage", PlatformTeam.LAKE))
                        .registry(ContainerRegistry.fromRegistryId(stack, "Registry", registry))
                        .highBusinessImpact(true)
                        .build());
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {body: {properties: {
                          keyVault: '%s', storageAccount: '%s', containerRegistry: '%s', hbiWorkspace: true,
                        }}}
                        """.formatted(PlatformTeam.VAULT, PlatformTeam.LAKE, registry))
                .hasResourceCount("azurerm_key_vault", 0)
                .hasResourceCount("azurerm_storage_account", 0)
                .hasResourceCount("azurerm_container_registry", 0);
    }

    @Test
    void sendsTelemetryToThePlatform() {
        stack.share(
                IApplicationInsights.class,
                new ApplicationInsights(
                        stack,
                        "Insights",
                        ApplicationInsightsProps.builder().logs(Stacks.LOGS).build()));
        workspace(stack);
        assertThat(stack).hasResourceCount("azurerm_application_insights", 1).hasResource("azapi_resource", """
                        {body: {properties: {applicationInsights: textLike('${azurerm_application_insights.Insights_*.id}')}}}
                        """);
    }

    /** Azure makes endpoints to what is private only, and firewalls deny. */
    @Test
    void reachesWhatItStandsOnThroughItsNetwork() {
        workspace(stack);
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.MachineLearningServices/workspaces/outboundRules@2025-06-01',
                  name: 'storage-file',
                  parent_id: textLike('${azapi_resource.Workspace_*.id}'),
                  locks: [textLike('${azapi_resource.Workspace_*.id}')],
                  body: {properties: {
                    type: 'PrivateEndpoint',
                    destination: {
                      serviceResourceId: textLike('${azurerm_storage_account.*.id}'),
                      subresourceTarget: 'file',
                      sparkEnabled: false,
                    },
                  }},
                }
                """);
        for (String rule : new String[] {"storage-blob", "vault"}) {
            assertThat(stack).hasResource("azapi_resource", "{name: '%s'}".formatted(rule));
        }
        assertThat(stack).hasResourceCount("azapi_resource", 4).hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Azure AI Enterprise Network Connection Approver',
                          scope: textLike('${azurerm_storage_account.*.id}'),
                          principal_id: textLike('${azapi_resource.Workspace_*.identity[0].principal_id}'),
                        }
                        """);
    }

    @Test
    void sendsToWhomItIsAllowed() {
        MachineLearningWorkspace workspace = new MachineLearningWorkspace(
                stack,
                "Workspace",
                props().isolation(Isolation.ALLOW_ONLY_APPROVED_OUTBOUND).build());
        workspace.addOutboundRule("pypi", OutboundRule.host("*.pythonhosted.org"));
        workspace.addOutboundRule(
                "factory", OutboundRule.serviceTag("DataFactory", OutboundRule.Protocol.TCP, "80, 8080-8089"));
        assertThat(stack)
                .hasResourceCount("azapi_resource", 3)
                .hasResource("azapi_resource", """
                        {name: 'pypi', body: exactly({properties: {type: 'FQDN', destination: '*.pythonhosted.org'}})}
                        """)
                .hasResource("azapi_resource", """
                        {name: 'factory', body: exactly({properties: {
                          type: 'ServiceTag',
                          destination: {serviceTag: 'DataFactory', protocol: 'TCP', portRanges: '80, 8080-8089', action: 'Allow'},
                        }})}
                        """);
    }

    @Test
    void encryptsWithAKeyOfOnesOwn() {
        new MachineLearningWorkspace(
                stack,
                "Workspace",
                props().encryption(PlatformTeam.encryptionKey(stack, "Key")).build());
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {body: {properties: {
                          enableServiceSideCMKEncryption: true,
                          encryption: {
                            status: 'Enabled',
                            identity: {userAssignedIdentity: '%s'},
                            keyVaultProperties: {
                              keyVaultArmId: '%s',
                              keyIdentifier: 'https://kv-hub.vault.azure.net/keys/lake/0123456789abcdef0123456789abcdef',
                            },
                          },
                        }}}
                        """.formatted(
                        PlatformTeam.id("Microsoft.ManagedIdentity/userAssignedIdentities/id-hub"), PlatformTeam.VAULT))
                .hasResource("azurerm_storage_account", """
                        {customer_managed_key: {key_vault_key_id: 'https://kv-hub.vault.azure.net/keys/lake'}}
                        """);
    }

    /** The name of a deleted workspace stays taken for 14 days. */
    @Test
    void isPurgedWhereItMayGo() {
        workspace(stack);
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{name: 'mlw-lakes-ml-test-weu', delete_query_parameters: {forceToPurge: ['true']}}");
        PlatformStack kept = withLogs(Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withProtection(new ProtectionSettings(RemovalPolicy.RETAIN, false))));
        workspace(kept);
        assertThat(kept).hasResource("azapi_resource", """
                {name: 'mlw-lakes-ml-test-weu', lifecycle: {prevent_destroy: true}, delete_query_parameters: absent}
                """);
    }

    @Test
    void grants() {
        MachineLearningWorkspace workspace = workspace(stack);
        workspace.grantRegister(Principal.servicePrincipal("hook", "21111111-2222-3333-4444-555555555555"));
        workspace.grantExperiment(PEOPLE);
        workspace.grantRead(PEOPLE);
        String scope = "scope: textLike('${azapi_resource.Workspace_*.id}')";
        assertThat(stack)
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'AzureML Data Scientist', principal_id: '21111111-2222-3333-4444-555555555555', %s}
                        """.formatted(scope))
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'AzureML Data Scientist', principal_id: '11111111-2222-3333-4444-555555555555', %s}
                        """.formatted(scope))
                .hasResource("azurerm_role_assignment", "{role_definition_name: 'Reader', %s}".formatted(scope))
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'Storage Blob Data Contributor', scope: textLike('${azurerm_storage_account.*.id}')}
                        """)
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'Storage File Data Privileged Contributor', scope: textLike('${azurerm_storage_account.*.id}')}
                        """);
    }

    @Test
    void grantsOnWhatExists() {
        String id = PlatformTeam.id("Microsoft.MachineLearningServices/workspaces/mlw-hub");
        IMachineLearningWorkspace workspace = MachineLearningWorkspace.fromWorkspaceId(stack, "Hub", id);
        workspace.grantRegister(PEOPLE);
        assertThat(workspace.workspaceName()).isEqualTo("mlw-hub");
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'AzureML Data Scientist', scope: '%s'}".formatted(id));
    }

    @Test
    void refusesALakeToStandOn() {
        MachineLearningWorkspaceProps props = props().storage(DataLake.fromAccountId(stack, "Lake", PlatformTeam.LAKE))
                .build();
        assertThatThrownBy(() -> new MachineLearningWorkspace(stack, "Workspace", props))
                .hasMessage("a workspace cannot keep its own things in a data lake: give it a StorageAccount"
                        + " (at test-stack/Workspace)");
    }

    @Test
    void needsSomewhereToSendTelemetry() {
        assertThatThrownBy(() -> workspace(Stacks.publicStack()))
                .hasMessage("there is nowhere to send telemetry: give insights, or let the stack share"
                        + " IApplicationInsights or a LogSink first (at test-stack/Workspace)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ml", "mlw.lakes", "-mlw", "a2345678901234567890123456789012-34"})
    void refusesNamesThatAzureRefuses(String name) {
        assertThatThrownBy(() -> new MachineLearningWorkspace(
                        stack, "Workspace", props().name(name).build()))
                .hasMessage(
                        "machine learning workspace name \"%s\" (%d characters) is not allowed: 3 to 33 characters, letters, digits, '_' and '-', a letter or digit first (at test-stack/Workspace)"
                                .formatted(name, name.length()));
    }

    @Test
    void refusesOutboundRulesThatMeanNothing() {
        MachineLearningWorkspace workspace = workspace(stack);
        assertThatThrownBy(() -> workspace.addOutboundRule("pypi", OutboundRule.host("pypi.org")))
                .hasMessage("outbound rule \"pypi\" of type FQDN needs the isolation ALLOW_ONLY_APPROVED_OUTBOUND:"
                        + " everybody can be reached already (at test-stack/Workspace)");
        OutboundRule rule = OutboundRule.privateEndpoint(PlatformTeam.LAKE, StoragePrivateLink.BLOB);
        assertThatThrownBy(() -> workspace.addOutboundRule("vault", rule))
                .hasMessage("there is an outbound rule \"vault\" already (at test-stack/Workspace)");
        assertThatThrownBy(() -> workspace.addOutboundRule("a", rule))
                .hasMessage(
                        "outbound rule name \"a\" (1 characters) is not allowed: 3 to 33 characters, letters, digits,"
                                + " '_' and '-', a letter or digit first (at test-stack/Workspace)");
    }

    static PlatformStack withLogs(PlatformStack stack) {
        stack.share(LogSink.class, Stacks.LOGS);
        return stack;
    }

    static MachineLearningWorkspace workspace(PlatformStack stack) {
        return new MachineLearningWorkspace(stack, "Workspace", props().build());
    }

    private static MachineLearningWorkspacePropsBuilder props() {
        return MachineLearningWorkspaceProps.builder().purpose("ml");
    }
}
