package io.terralake.examples;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.core.PlatformStack;
import io.terralake.factory.BlobStorageLinkedService;
import io.terralake.factory.BlobStorageLinkedServiceProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.KeyVaultLinkedService;
import io.terralake.factory.KeyVaultLinkedServiceProps;
import io.terralake.keyvault.KeyVault;
import io.terralake.storage.StorageAccount;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class StoreExampleTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final KeyVaultLinkedService vault = new KeyVaultLinkedService(
            stack,
            "Vault",
            KeyVaultLinkedServiceProps.builder()
                    .factory(factory)
                    .name("Vault")
                    .vault(KeyVault.fromVaultId(stack, "KeyVault", PlatformTeam.VAULT))
                    .build());

    @Test
    void copiesFilesIntoATableOnPremises() {
        CopyExample.addPipeline(
                stack,
                factory,
                vault,
                new BlobStorageLinkedService(
                        stack,
                        "Blobs",
                        BlobStorageLinkedServiceProps.builder()
                                .factory(factory)
                                .name("Blobs")
                                .account(StorageAccount.fromAccountId(stack, "Account", PlatformTeam.LAKE))
                                .build()));
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [{
                  typeProperties: {
                    source: {type: 'DelimitedTextSource'},
                    sink: {type: 'SqlServerSink', writeBehavior: 'upsert'},
                    parallelCopies: 4,
                  },
                }]}}}
                """);
    }

    @Test
    void looksAtATableOfSnowflake() {
        ModelExample.addPipeline(stack, factory, vault);
        assertThat(stack).hasResource("azapi_resource", """
                {body: {properties: {activities: [
                  {name: 'Wait', type: 'Wait'},
                  {
                    name: 'Look',
                    type: 'GetMetadata',
                    dependsOn: [{activity: 'Wait'}],
                    typeProperties: {dataset: {referenceName: textLike('${azapi_resource.Orders_*.name}')}},
                  },
                ]}}}
                """);
    }
}
