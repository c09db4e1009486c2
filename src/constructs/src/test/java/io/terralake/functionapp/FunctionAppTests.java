package io.terralake.functionapp;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformStack;
import io.terralake.entra.AppRole;
import io.terralake.entra.Application;
import io.terralake.entra.ApplicationProps;
import io.terralake.entra.IApplication;
import io.terralake.identity.Principal;
import io.terralake.keyvault.KeyVault;
import io.terralake.monitoring.ApplicationInsights;
import io.terralake.monitoring.ApplicationInsightsProps;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogSink;
import io.terralake.policy.Policy;
import io.terralake.settings.DeployHookMode;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionAppTests {
    private static final String CALLER = "99999999-2222-3333-4444-555555555555";
    private static final String LOGIC_APPS = "LogicApps.WestEurope";

    private PlatformStack stack = Stacks.publicStack();

    @Test
    void runsJavaByItsIdentity() {
        app(props().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_service_plan", "{name: 'asp-lakes-cars-test-weu', os_type: 'Linux', sku_name: 'FC1'}")
                .hasResource("azapi_resource", """
                        {
                          type: 'Microsoft.Web/sites@2024-04-01',
                          name: 'func-lakes-cars-test-weu',
                          location: 'westeurope',
                          identity: [{type: 'SystemAssigned'}],
                          tags: {owner: 'tests', stack: 'stack'},
                          body: {
                            kind: 'functionapp,linux',
                            properties: {
                              httpsOnly: true,
                              virtualNetworkSubnetId: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/Microsoft.Network/virtualNetworks/vnet-spoke/subnets/snet-host',
                              functionAppConfig: exactly({
                                runtime: {name: 'java', version: '17'},
                                deployment: {storage: {
                                  type: 'blobContainer',
                                  value: '${azurerm_storage_account.App_Storage_CEDF9EDF.primary_blob_endpoint}${azurerm_storage_container.App_Storage_Packages_52165EA5.name}',
                                  authentication: {type: 'SystemAssignedIdentity'},
                                }},
                                scaleAndConcurrency: {instanceMemoryMB: 2048, maximumInstanceCount: 100, alwaysReady: []},
                              }),
                              siteConfig: {
                                minTlsVersion: '1.2',
                                scmMinTlsVersion: '1.2',
                                ftpsState: 'Disabled',
                                appSettings: [
                                  {name: 'AzureWebJobsStorage__accountName', value: textLike('${azurerm_storage_account.*.name}')},
                                  {name: 'AzureWebJobsStorage__credential', value: 'managedidentity'},
                                ],
                              },
                            },
                          },
                        }
                        """);
    }

    @Test
    void keepsPackagesInAnAccountWithoutKeys() {
        app(props().build());
        assertThat(stack)
                .hasResource("azurerm_storage_account", """
                        {
                          name: 'stlakescarstestweu',
                          account_replication_type: 'ZRS',
                          shared_access_key_enabled: false,
                          allow_nested_items_to_be_public: false,
                          network_rules: {
                            default_action: 'Deny',
                            ip_rules: ['203.0.113.0/24'],
                            virtual_network_subnet_ids: [$subnet],
                          },
                          blob_properties: {
                            delete_retention_policy: {days: 7},
                            container_delete_retention_policy: {days: 7},
                          },
                        }
                        """.replace("$subnet", "'" + PlatformTeam.HOST_SUBNET + "'"))
                .hasResource("azurerm_storage_container", "{name: 'packages', container_access_type: 'private'}")
                .hasResourceCount("azurerm_role_assignment", 3);
        for (String role : List.of(
                "Storage Blob Data Owner", "Storage Queue Data Contributor", "Storage Table Data Contributor")) {
            assertThat(stack).hasResource("azurerm_role_assignment", Match.json("""
                    {
                      role_definition_name: $role,
                      scope: textLike('${azurerm_storage_account.*.id}'),
                      principal_id: textLike('${azapi_resource.*.identity[0].principal_id}'),
                    }
                    """, Map.of("role", role)));
        }
    }

    @Test
    void takesNoPasswords() {
        app(props().build());
        for (String endpoint : List.of("ftp", "scm")) {
            assertThat(stack).hasResource("azapi_update_resource", Match.json("""
                    {
                      type: 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01',
                      name: $endpoint,
                      parent_id: textLike('${azapi_resource.*.id}'),
                      body: exactly({properties: {allow: false}}),
                    }
                    """, Map.of("endpoint", endpoint)));
        }
    }

    @Test
    void logsAndSendsTelemetryByItsIdentity() {
        stack.share(LogSink.class, Stacks.LOGS);
        stack.share(
                IApplicationInsights.class,
                new ApplicationInsights(
                        stack,
                        "Insights",
                        ApplicationInsightsProps.builder().logs(Stacks.LOGS).build()));
        app(props().build());
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {body: {properties: {siteConfig: {appSettings: arrayWith(
                          {name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'Authorization=AAD'},
                          {name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: textLike('${azurerm_application_insights.*.connection_string}')},
                        )}}}}
                        """)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'Monitoring Metrics Publisher', scope: textLike('${azurerm_application_insights.*.id}')}")
                .hasResource(
                        "azurerm_monitor_diagnostic_setting",
                        "{target_resource_id: textLike('${azapi_resource.*.id}'), enabled_log: [{category_group: 'allLogs'}]}");
    }

    /** The address that telemetry is sent to opens nothing. */
    @Test
    void keepsToThePolicy() {
        logsAndSendsTelemetryByItsIdentity();
        assertThat(Policy.standard()
                        .check("test-stack", SynthesizedStack.of(stack).json()))
                .filteredOn(finding -> finding.toString().contains("App"))
                .isEmpty();
    }

    @Test
    void hasSettingsLiterallyAndSecretsByReference() {
        app(props().settings(Map.of(
                        "GREETING",
                        AppSetting.of("${x} %{y}"),
                        "API_KEY",
                        AppSetting.secret(KeyVault.fromVaultId(stack, "Vault", PlatformTeam.VAULT), "api-key")))
                .build());
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {body: {properties: {siteConfig: {appSettings: arrayWith(
                          {name: 'API_KEY', value: '@Microsoft.KeyVault(SecretUri=https://kv-hub.vault.azure.net/secrets/api-key)'},
                          {name: 'GREETING', value: '$${x} %%{y}'},
                        )}}}}
                        """)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'Key Vault Secrets User', principal_id: textLike('${azapi_resource.*.identity[0].principal_id}')}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-b | app setting \"a-b\" is not allowed: 1 to 256 letters, digits and '_', no digit first",
                "1A | app setting \"1A\" is not allowed: 1 to 256",
                "AzureWebJobsStorage | app setting \"AzureWebJobsStorage\" is not allowed: the app sets it itself",
                "azurewebjobsstorage__blobServiceUri | app setting \"azurewebjobsstorage__blobServiceUri\" is not allowed: the app",
                "FUNCTIONS_WORKER_RUNTIME | app setting \"FUNCTIONS_WORKER_RUNTIME\" is not allowed: Flex Consumption refuses it",
            })
    void refusesSettingsThatAzureRefuses(String name, String message) {
        assertThatThrownBy(
                        () -> props().settings(Map.of(name, AppSetting.of("x"))).build())
                .hasMessageStartingWith(message);
        FunctionApp app = app(props().build());
        assertThatThrownBy(() -> app.addSetting(name, AppSetting.of("x")))
                .hasMessageStartingWith(message)
                .hasMessageEndingWith("(at test-stack/App)");
    }

    @Test
    void refusesASettingTwiceAndOneWithoutAValue() {
        FunctionApp app = app(props().settings(Map.of("A", AppSetting.of("x"))).build());
        assertThatThrownBy(() -> app.addSetting("A", AppSetting.of("y")))
                .hasMessage("app setting \"A\" is there twice (at test-stack/App)");
        assertThatThrownBy(() -> app.addSetting("B", principal -> null)).hasMessageContaining("value() returned null");
        assertThatThrownBy(() -> AppSetting.secret(KeyVault.fromVaultId(stack, "V", PlatformTeam.VAULT), "a_b"))
                .hasMessage("secret name \"a_b\" is not allowed: 1 to 127 letters, digits and hyphens");
    }

    @Test
    void isCalledByWhoeverWasLetIn() {
        FunctionApp app = app(props().application(application()).build());
        app.grantInvoke(Principal.servicePrincipal("workflow", CALLER), "Cars.Generate");
        assertThat(stack)
                .hasResource("azapi_update_resource", """
                        {
                          type: 'Microsoft.Web/sites/config@2024-04-01',
                          name: 'authsettingsV2',
                          body: {properties: {
                            platform: {enabled: true, runtimeVersion: '~1'},
                            globalValidation: exactly({requireAuthentication: true, unauthenticatedClientAction: 'Return401'}),
                            httpSettings: {requireHttps: true},
                            login: {tokenStore: {enabled: false}},
                            identityProviders: {azureActiveDirectory: {
                              enabled: true,
                              registration: {
                                clientId: textLike('${azuread_application.*.client_id}'),
                                openIdIssuer: textLike('https://login.microsoftonline.com/${data.azurerm_client_config.*.tenant_id}/v2.0'),
                                clientSecretSettingName: absent,
                              },
                              validation: {
                                allowedAudiences: [textLike('${azuread_application.*.client_id}'), textLike('${azuread_application_identifier_uri.*.identifier_uri}')],
                                defaultAuthorizationPolicy: exactly({allowedPrincipals: {identities: ['99999999-2222-3333-4444-555555555555']}}),
                              },
                            }},
                          }},
                        }
                        """)
                .hasResource(
                        "azuread_app_role_assignment", "{principal_object_id: '99999999-2222-3333-4444-555555555555'}")
                .hasResource(
                        "azapi_resource",
                        "{body: {properties: {publicNetworkAccess: 'Enabled', siteConfig: {ipSecurityRestrictionsDefaultAction: 'Allow', ipSecurityRestrictions: []}}}}");
    }

    @Test
    void isCalledByNobodyBeforeSomebodyWasLetIn() {
        app(props().application(application()).build());
        assertThat(stack).hasResource("azapi_update_resource", """
                {body: {properties: {identityProviders: {azureActiveDirectory: {validation: {defaultAuthorizationPolicy:
                  exactly({allowedPrincipals: {identities: ['00000000-0000-0000-0000-000000000000']}})}}}}}}
                """);
    }

    @Test
    void isClosedWithoutAnApplication() {
        FunctionApp app = app(props().build());
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {siteConfig: {
                  ipSecurityRestrictionsDefaultAction: 'Deny',
                  ipSecurityRestrictions: [],
                  scmIpSecurityRestrictionsUseMain: false,
                  scmIpSecurityRestrictionsDefaultAction: 'Deny',
                  scmIpSecurityRestrictions: [exactly({name: 'allow-1', action: 'Allow', priority: 100, ipAddress: '203.0.113.0/24'})],
                }}}}
                """);
        assertThatThrownBy(() -> app.grantInvoke(Principal.servicePrincipal("workflow", CALLER), "Cars.Generate"))
                .hasMessage("nobody can be let in: the app has no application (at test-stack/App)");
    }

    @Test
    void letsProgramsInAndNoPeople() {
        FunctionApp app = app(props().application(application()).build());
        assertThatThrownBy(() -> app.grantInvoke(Principal.group("readers", CALLER), "Cars.Generate"))
                .hasMessage(
                        "\"readers\" is a GROUP: only programs are let in, people call by an API in front of the app (at test-stack/App/Authentication)");
    }

    @Test
    void isCalledByTheNamedServicesOnly() {
        app(props().application(application())
                .callerServiceTags(List.of(LOGIC_APPS))
                .build());
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {siteConfig: {
                  ipSecurityRestrictionsDefaultAction: 'Deny',
                  ipSecurityRestrictions: exactly([
                    {name: 'allow-1', action: 'Allow', priority: 100, ipAddress: '203.0.113.0/24'},
                    {name: 'allow-2', action: 'Allow', priority: 101, ipAddress: 'LogicApps.WestEurope', tag: 'ServiceTag'},
                  ]),
                }}}}
                """);
    }

    @Test
    void isInsideTheNetworkInPrivateMode() {
        stack = Stacks.privateStack();
        app(props().application(application()).build());
        assertThat(stack)
                .hasResource("azapi_resource", """
                        {body: {properties: {
                          publicNetworkAccess: 'Disabled',
                          siteConfig: {publicNetworkAccess: 'Disabled', ipSecurityRestrictionsDefaultAction: 'Deny', ipSecurityRestrictions: [], scmIpSecurityRestrictions: []},
                        }}}
                        """)
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['sites']}}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.azurewebsites.net'}")
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['queue']}}")
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['table']}}")
                .hasResource("azurerm_storage_account", "{public_network_access_enabled: false}");
    }

    @Test
    void opensItsEndpointForNamedServicesInPrivateMode() {
        stack = Stacks.privateStack();
        app(props().application(application())
                .callerServiceTags(List.of(LOGIC_APPS))
                .build());
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {
                  publicNetworkAccess: 'Enabled',
                  siteConfig: {
                    ipSecurityRestrictionsDefaultAction: 'Deny',
                    ipSecurityRestrictions: exactly([{name: 'allow-1', action: 'Allow', priority: 100, ipAddress: 'LogicApps.WestEurope', tag: 'ServiceTag'}]),
                    scmIpSecurityRestrictionsDefaultAction: 'Deny',
                    scmIpSecurityRestrictions: [],
                  },
                }}}
                """);
    }

    @Test
    void scalesAsItIsTold() {
        app(props().memory(InstanceMemory.MB_4096)
                .maximumInstances(40)
                .alwaysReady(List.of(new AlwaysReady("http", 1), new AlwaysReady("function:generate", 2)))
                .httpConcurrency(16)
                .build());
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {functionAppConfig: {scaleAndConcurrency: exactly({
                  instanceMemoryMB: 4096,
                  maximumInstanceCount: 40,
                  alwaysReady: [{name: 'http', instanceCount: 1}, {name: 'function:generate', instanceCount: 2}],
                  triggers: {http: {perInstanceConcurrency: 16}},
                })}}}}
                """);
    }

    @Test
    void refusesWhatAzureRefuses() {
        assertThatThrownBy(() -> props().maximumInstances(39).build())
                .hasMessage("maximum of instances of 39 is not allowed: 40 to 1000");
        assertThatThrownBy(() -> props().httpConcurrency(1001).build())
                .hasMessage("HTTP concurrency of 1001 is not allowed: 1 to 1000");
        assertThatThrownBy(() -> new AlwaysReady("function:Generate", 1))
                .hasMessage(
                        "always-ready functions \"function:Generate\" are not allowed: http, durable, blob or function:<name in lower case>");
        assertThatThrownBy(() -> new AlwaysReady("http", 0))
                .hasMessage("always-ready instances of 0 is not allowed: 1 to 1000");
        assertThatThrownBy(() -> props().maximumInstances(40)
                        .alwaysReady(List.of(new AlwaysReady("http", 30), new AlwaysReady("blob", 11)))
                        .build())
                .hasMessage("41 always-ready instances are not allowed: at most the maximum of instances, 40");
        assertThatThrownBy(() -> props().alwaysReady(List.of(new AlwaysReady("http", 1), new AlwaysReady("http", 2)))
                        .build())
                .hasMessage("always-ready functions \"http\" are there twice");
        assertThatThrownBy(() -> app(props().name("-cars").build()))
                .hasMessageStartingWith(
                        "function app name \"-cars\" (5 characters) is not allowed: 2 to 60 characters, letters, digits and hyphens inside");
    }

    @Test
    void refusesCallersThatCannotBe() {
        assertThatThrownBy(
                        () -> props().callerServiceTags(List.of("10.0.0.0/8")).build())
                .hasMessage("service tag \"10.0.0.0/8\" is not allowed: a name such as LogicApps.WestEurope");
        assertThatThrownBy(() -> props().callerServiceTags(List.of(LOGIC_APPS)).build())
                .hasMessage("callers [LogicApps.WestEurope] need an application, which tokens are made out to");
        assertThatThrownBy(() -> props().application(application())
                        .callerServiceTags(Collections.nCopies(9, LOGIC_APPS))
                        .build())
                .hasMessage("9 service tags are not allowed: 8 at most");
    }

    @Test
    void letsTheDeployHookPublishItsPackage() {
        app(props().build()).publish("src/functions/cars/target/cars.zip");
        assertThat(stack).hasResourceCount("terraform_data", 0).hasOutput("deploy_hook", Match.json("""
                        {functionPackages: [exactly({
                          app: '${azapi_resource.App_F1B96344.id}', file: 'src/functions/cars/target/cars.zip'})]}
                        """));
    }

    /** Publishing stores the package by the app's identity. */
    @Test
    void publishesAfterItsGrantsInsideTerraform() {
        stack = Stacks.stack(
                EnvironmentSettingsBuilder.from(Stacks.settings()).withDeployHook(DeployHookMode.IN_DEPLOY));
        app(props().build()).publish("cars.zip");
        assertThat(stack).hasResource("terraform_data", """
                {
                  triggers_replace: {'cars.zip': '${filesha256("../../../cars.zip")}'},
                  depends_on: arrayWith(/azurerm_role_assignment.*StorageBlobDataOwner.*/, /time_sleep.*StorageBlobDataOwner.*/),
                }
                """);
    }

    @Test
    void refusesAPackageOutsideOfTheRepository() {
        FunctionApp app = app(props().build());
        assertThatThrownBy(() -> app.publish("../cars.zip"))
                .hasMessage(
                        "package \"../cars.zip\" is not allowed: a path in the repository of at most 1024 characters, without .., to a file .zip (at test-stack/App)");
    }

    @Test
    void isImportedById() {
        IFunctionApp app = FunctionApp.fromFunctionAppId(stack, "App", PlatformTeam.id("Microsoft.Web/sites/func-hub"));
        assertThat(app.hostName()).isEqualTo("func-hub.azurewebsites.net");
        assertThatThrownBy(() -> FunctionApp.fromFunctionAppId(stack, "Other", PlatformTeam.VAULT))
                .hasMessageContaining("Microsoft.Web/sites/<name> is needed");
    }

    private FunctionApp app(FunctionAppProps props) {
        return new FunctionApp(stack, "App", props);
    }

    private FunctionAppPropsBuilder props() {
        String id = "Subnet";
        IFunctionSubnet subnet = stack.getNode().tryFindChild(id) instanceof IFunctionSubnet known
                ? known
                : FunctionSubnet.fromSubnetId(stack, id, PlatformTeam.HOST_SUBNET);
        return FunctionAppProps.builder().purpose("cars").subnet(subnet);
    }

    private IApplication application() {
        return stack.getNode().tryFindChild("Callers") instanceof IApplication known
                ? known
                : new Application(
                        stack,
                        "Callers",
                        ApplicationProps.builder()
                                .purpose("cars")
                                .roles(List.of(AppRole.ofPrograms("Cars.Generate", "Generates cars")))
                                .build());
    }
}
