package io.terralake.factory;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.identity.UserAssignedIdentity;
import io.terralake.identity.UserAssignedIdentityProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stores, runtimes and credentials are written as. */
class StoreTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final ShortForms forms = new ShortForms(stack);

    @Test
    void blobStorage() {
        isWritten("linkedservices", "Blobs", """
                {
                  type: 'AzureBlobStorage',
                  description: 'cars of all shops',
                  annotations: ['cars'],
                  connectVia: {type: 'IntegrationRuntimeReference', referenceName: textLike('${azurerm_data_factory_integration_runtime_azure.*.name}')},
                  typeProperties: {
                    serviceEndpoint: 'https://sthub.blob.core.windows.net/',
                    accountKind: 'StorageV2',
                    credential: {type: 'CredentialReference', referenceName: textLike('${azapi_resource.Credential_*.name}')},
                    connectionString: absent,
                    accountKey: absent,
                  },
                }
                """);
    }

    @Test
    void sqlServer() {
        isWritten("linkedservices", "SqlServer", """
                {
                  type: 'SqlServer',
                  connectVia: {type: 'IntegrationRuntimeReference', referenceName: textLike('${azapi_resource.Runtime_*.name}')},
                  typeProperties: {
                    server: 'sql01.example.com',
                    database: 'shop',
                    encrypt: 'mandatory',
                    trustServerCertificate: false,
                    authenticationType: 'Windows',
                    userName: 'EXAMPLE\\\\copies',
                    password: {
                      type: 'AzureKeyVaultSecret',
                      store: {type: 'LinkedServiceReference', referenceName: textLike('${azapi_resource.Vault_*.name}')},
                      secretName: 'sql01',
                      secretVersion: '1',
                    },
                  },
                }
                """);
    }

    @Test
    void synapse() {
        isWritten("linkedservices", "Synapse", """
                {
                  type: 'AzureSqlDW',
                  typeProperties: {
                    server: 'example.sql.azuresynapse.net',
                    database: 'pool',
                    encrypt: 'mandatory',
                    trustServerCertificate: false,
                    authenticationType: 'SystemAssignedManagedIdentity',
                    credential: absent,
                  },
                }
                """);
    }

    @Test
    void rest() {
        isLoggedIn("Rest", """
                {
                  url: 'https://api.example.com/',
                  enableServerCertificateValidation: true,
                  authenticationType: 'ManagedServiceIdentity',
                  aadResourceId: 'https://api.example.com',
                  credential: {type: 'CredentialReference'},
                }
                """);
        isLoggedIn("RestPrincipal", """
                {
                  authenticationType: 'AadServicePrincipal',
                  tenant: 't',
                  servicePrincipalId: 'c',
                  servicePrincipalCredentialType: 'ServicePrincipalKey',
                  servicePrincipalKey: {type: 'AzureKeyVaultSecret', secretName: 'api', secretVersion: absent},
                }
                """);
        isLoggedIn("RestCertificate", """
                {
                  servicePrincipalCredentialType: 'ServicePrincipalCert',
                  servicePrincipalEmbeddedCert: {type: 'AzureKeyVaultSecret'},
                  servicePrincipalEmbeddedCertPassword: {type: 'AzureKeyVaultSecret'},
                }
                """);
        isLoggedIn("RestClient", """
                {
                  authenticationType: 'OAuth2ClientCredential',
                  tokenEndpoint: 'https://login.example.com/token',
                  clientId: 'c',
                  clientSecret: {type: 'AzureKeyVaultSecret'},
                  scope: 'read',
                }
                """);
        isLoggedIn(
                "RestBasic",
                "{authenticationType: 'Basic', userName: 'copies', password: {type: 'AzureKeyVaultSecret'}}");
    }

    @Test
    void http() {
        isLoggedIn("Http", """
                {url: 'https://files.example.com/', enableServerCertificateValidation: true, authenticationType: 'Anonymous'}
                """);
        isLoggedIn(
                "HttpBasic",
                "{authenticationType: 'Basic', userName: 'copies', password: {type: 'AzureKeyVaultSecret'}}");
        isLoggedIn("HttpCertificate", "{authenticationType: 'ClientCertificate', certThumbprint: '0123ABCD'}");
    }

    @Test
    void credentialsAndRuntimesOfWhatAzurermCarries() {
        assertThat(stack).hasResource("azurerm_data_factory_linked_service_azure_sql_database", """
                {
                  name: 'Sql',
                  description: 'cars of all shops',
                  annotations: ['cars'],
                  integration_runtime_name: textLike('${azapi_resource.Runtime_*.name}'),
                  credential_name: textLike('${azapi_resource.Credential_*.name}'),
                }
                """);
    }

    @Test
    void credentialsOfWhatAzurermDoesNotCarry() {
        isLoggedIn(
                "Vault",
                "{baseUrl: textLike('${azurerm_key_vault.*.vault_uri}'), credential: {type: 'CredentialReference'}}");
        isLoggedIn("Lake", """
                {url: textLike('https://${azurerm_storage_account.*.primary_dfs_host}'), credential: {type: 'CredentialReference'}}
                """);
        assertThat(stack).hasResourceCount("azurerm_data_factory_linked_service_key_vault", 0);
    }

    @Test
    void runtimesAndTheirShares() {
        isWritten(
                "integrationRuntimes",
                "onpremises",
                "{type: 'SelfHosted', description: 'of the shop', typeProperties: absent}");
        isWritten("integrationRuntimes", "shared", """
                {
                  type: 'SelfHosted',
                  typeProperties: {
                    linkedInfo: {
                      authorizationType: 'RBAC',
                      resourceId: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-hub/providers/Microsoft.DataFactory/factories/adf-hub/integrationRuntimes/hub',
                    },
                  },
                }
                """);
        forms.runtime.grantShare(Principal.servicePrincipal("other", PlatformTeam.SUBSCRIPTION));
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {role_definition_name: 'Contributor', scope: textLike('${azapi_resource.Runtime_*.id}')}
                """);
        assertThatThrownBy(() -> new SelfHostedRuntime(
                        stack,
                        "Wrong",
                        SelfHostedRuntimeProps.builder()
                                .factory(forms.factory)
                                .name("wrong")
                                .sharedFrom(PlatformTeam.VAULT)
                                .build()))
                .hasMessageContaining("is the id of a Microsoft.KeyVault/vaults")
                .hasMessageEndingWith("(at test-stack/Wrong)");
    }

    @Test
    void credentials() {
        isWritten("credentials", "copies", """
                {type: 'ManagedIdentity', typeProperties: {resourceId: textLike('${azurerm_user_assigned_identity.*.id}')}}
                """);
        assertThat(stack).hasResource("azurerm_data_factory", """
                {identity: {type: 'SystemAssigned, UserAssigned', identity_ids: [textLike('${azurerm_user_assigned_identity.*.id}')]}}
                """);
        UserAssignedIdentity other = new UserAssignedIdentity(
                stack,
                "OtherIdentity",
                UserAssignedIdentityProps.builder().purpose("other").build());
        assertThatThrownBy(() -> new UserAssignedCredential(
                        stack,
                        "Foreign",
                        UserAssignedCredentialProps.builder()
                                .factory(forms.factory)
                                .name("foreign")
                                .identity(other)
                                .build()))
                .isInstanceOf(ConstructException.class)
                .hasMessage(
                        "the factory test-stack/Factory does not have the identity OtherIdentity: name it in the factory's"
                                + " identities (at test-stack/Foreign)");
    }

    @Test
    void datasetsOfTables() {
        isWritten("datasets", "SqlTables", """
                {
                  type: 'AzureSqlTable',
                  description: 'cars of all shops',
                  annotations: ['cars'],
                  folder: {name: 'shop/cars'},
                  parameters: {table: {type: 'String'}, top: {type: 'Int', defaultValue: 10}},
                  typeProperties: {schema: 'dbo', table: {type: 'Expression', value: '@dataset().table'}},
                }
                """);
        isWritten("datasets", "ServerTables", """
                {
                  type: 'SqlServerTable',
                  linkedServiceName: {type: 'LinkedServiceReference', referenceName: textLike('${azapi_resource.SqlServer_*.name}')},
                  typeProperties: {schema: 'dbo', table: 'cars'},
                }
                """);
        isWritten(
                "datasets", "PoolTables", "{type: 'AzureSqlDWTable', typeProperties: {schema: 'dbo', table: 'cars'}}");
    }

    @Test
    void datasetsOfFiles() {
        isWritten("datasets", "Csv", """
                {
                  type: 'DelimitedText',
                  parameters: {shop: {type: 'String'}},
                  folder: {name: 'shop/cars'},
                  typeProperties: {
                    location: {
                      type: 'AzureBlobStorageLocation',
                      container: {type: 'Expression', value: 'shop-@{dataset().shop}'},
                      folderPath: 'cars',
                      fileName: absent,
                    },
                    columnDelimiter: ';',
                    encodingName: 'UTF-8',
                    quoteChar: "'",
                    escapeChar: '\\\\',
                    firstRowAsHeader: true,
                    nullValue: 'NULL',
                    compressionCodec: 'gzip',
                  },
                }
                """);
        isWritten("datasets", "Sheets", """
                {type: 'Excel', typeProperties: {sheetName: 'cars', range: 'A3:H5', firstRowAsHeader: true, sheetIndex: absent}}
                """);
        isWritten("datasets", "Page", """
                {
                  type: 'Json',
                  typeProperties: {
                    location: {type: 'HttpServerLocation', relativeUrl: {type: 'Expression', value: 'cars/@{dataset().day}.json'}},
                  },
                }
                """);
        isWritten("datasets", "Cars", "{type: 'RestResource', typeProperties: {relativeUrl: 'cars'}}");
        isWritten("datasets", "Json", """
                {
                  parameters: {page: {type: 'Int', defaultValue: 1}},
                  typeProperties: {location: {type: 'AzureBlobFSLocation', fileSystem: 'bronze'}},
                }
                """);
    }

    @Test
    void refuseWhatTheServiceRefuses() {
        assertThatThrownBy(() -> new RestLinkedService(
                        stack,
                        "Plain",
                        RestLinkedServiceProps.builder()
                                .factory(forms.factory)
                                .name("Plain")
                                .url("http://api.example.com")
                                .authentication(RestAuthentication.anonymous())
                                .build()))
                .hasMessage(
                        "address \"http://api.example.com\" is not allowed: one with https:// (at test-stack/Plain)");
        assertThatThrownBy(() -> new SqlServerLinkedService(
                        stack,
                        "Windows",
                        SqlServerLinkedServiceProps.builder()
                                .factory(forms.factory)
                                .name("Windows")
                                .server("sql01")
                                .database("shop")
                                .userName("EXAMPLE\\copies")
                                .password(VaultSecret.of(forms.vault, "sql01"))
                                .windows(true)
                                .build()))
                .hasMessage("a user of Windows is not allowed: only a self-hosted runtime can log in as one"
                        + " (at test-stack/Windows)");
        assertThatThrownBy(() -> new SynapseLinkedService(
                        stack,
                        "Folder",
                        SynapseLinkedServiceProps.builder()
                                .factory(forms.factory)
                                .name("Folder")
                                .server("s")
                                .database("d")
                                .notes(ArtifactNotes.builder().folder("shop").build())
                                .build()))
                .hasMessage("folder \"shop\" is not allowed: a linked service has none (at test-stack/Folder)");
        assertThatThrownBy(() -> ArtifactNotes.builder().folder("shop//cars").build())
                .hasMessage(
                        "folder \"shop//cars\" is not allowed: names with slashes between them, such as shop/orders");
    }

    @Test
    void refuseWhatIsInAnotherFactory() {
        DataFactory elsewhere = new DataFactory(
                stack,
                "Elsewhere",
                DataFactoryProps.builder().name("adf-elsewhere").build());
        assertThatThrownBy(() -> new SynapseLinkedService(
                        stack,
                        "Link",
                        SynapseLinkedServiceProps.builder()
                                .factory(elsewhere)
                                .name("Link")
                                .server("s")
                                .database("d")
                                .credential(forms.credential)
                                .build()))
                .hasMessage("the credential test-stack/Credential is in another factory, test-stack/Factory, not in"
                        + " test-stack/Elsewhere (at test-stack/Link)");
        assertThatThrownBy(() -> new HttpLinkedService(
                        stack,
                        "Secret",
                        HttpLinkedServiceProps.builder()
                                .factory(elsewhere)
                                .name("Secret")
                                .url("https://files.example.com")
                                .authentication(HttpAuthentication.digest("u", VaultSecret.of(forms.vault, "s")))
                                .build()))
                .hasMessage("the linked service test-stack/Vault is in another factory, test-stack/Factory, not in"
                        + " test-stack/Elsewhere (at test-stack/Secret)");
    }

    @Test
    void refuseTextThatIsWrong() {
        assertThatThrownBy(() -> BlobDatasetProps.builder()
                        .container("shop-@{dataset().shop}")
                        .parameters(Map.of("day", Parameter.string()))
                        .build())
                .hasMessage(
                        "container \"shop-@{dataset().shop}\": the parameter \"shop\" is not declared, there are [day]");
        assertThatThrownBy(() -> RestDatasetProps.builder().path("@{dataset().").build())
                .hasMessageStartingWith("path \"@{dataset().\": ");
        assertThatThrownBy(() -> SqlServerTableDatasetProps.builder()
                        .table("@dataset().t")
                        .build())
                .hasMessage("table \"@dataset().t\": the parameter \"t\" is not declared, there are []");
        assertThatThrownBy(() -> FileFormat.DelimitedText.builder().quote("''").build())
                .hasMessage("quote \"''\" is not allowed: one character, or none");
        assertThatThrownBy(() -> FileFormat.DelimitedText.builder().escape("").build())
                .hasMessage("no escape is not allowed with the quote \": no quote either");
        assertThatThrownBy(
                        () -> FileFormat.DelimitedText.builder().delimiter("\"").build())
                .hasMessage("delimiter \"\"\" is not allowed: one or more characters, not the quote");
        assertThatThrownBy(() ->
                        FileFormat.DelimitedText.builder().fileExtension("txt").build())
                .hasMessage("file extension \"txt\" is not allowed: one with its dot, such as .txt");
        assertThatThrownBy(
                        () -> FileFormat.DelimitedText.builder().rowsPerFile(0).build())
                .hasMessage("rows of a file of 0 is not allowed: 1 or more");
        assertThatThrownBy(() -> FileFormat.Excel.builder().range("cars").build())
                .hasMessage("range \"cars\" is not allowed: two cells or one, such as A3:H5");
    }

    private void isLoggedIn(String name, String typeProperties) {
        isWritten("linkedservices", name, "{typeProperties: %s}".formatted(typeProperties));
    }

    private void isWritten(String type, String name, String properties) {
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{type: 'Microsoft.DataFactory/factories/%s@2018-06-01', name: '%s', body: {properties: %s}}"
                                .formatted(type, name, properties));
    }
}
