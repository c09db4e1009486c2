package io.terralake.emulator.arm;

import java.util.List;

/** Every {@link Behaviour}. */
final class Behaviours {
    static final List<Behaviour> ALL = List.of(
            new ContainerApps(),
            new CosmosAccounts(),
            new CosmosThroughput(),
            new DataVersions(),
            new Datastores(),
            new DeletedServices(),
            // Before what copies it into its network.
            new Peerings(),
            new EmbeddedParts(),
            new EventHubPartitions(),
            new EventSubscriptionUrls(),
            new ManagedClusters(),
            new ManagedEndpoints(),
            new RoleAssignments(),
            new RoleDefinitions(),
            new Runbooks(),
            new ServicePlans(),
            new SqlEncryption(),
            new SystemIdentities(),
            new Tags(),
            new TemplateDeployments(),
            new VaultAccessPolicies(),
            new WebSites());

    private Behaviours() {}

    static List<Behaviour> of(String type) {
        return ALL.stream().filter(behaviour -> behaviour.isFor(type)).toList();
    }
}
