package io.terralake.identity;

import com.hashicorp.cdktf.providers.azurerm.data_azurerm_client_config.DataAzurermClientConfig;
import io.terralake.core.PlatformStack;
import java.util.Optional;
import software.constructs.Construct;

/** Whoever runs Terraform: a person at a terminal, a federated identity in a workflow. */
public final class Deployer implements Principal {
    private static final String ID = "Deployer";

    private final DataAzurermClientConfig config;

    private Deployer(DataAzurermClientConfig config) {
        this.config = config;
    }

    /** The deployer of the stack that a construct is in. */
    public static Deployer of(Construct construct) {
        PlatformStack stack = PlatformStack.of(construct);
        return new Deployer(
                stack.child(ID, DataAzurermClientConfig.class, () -> new DataAzurermClientConfig(stack, ID)));
    }

    /** The Entra tenant that is deployed to. */
    public String tenantId() {
        return config.getTenantId();
    }

    /** The subscription that is deployed to. */
    public String subscriptionId() {
        return config.getSubscriptionId();
    }

    @Override
    public String principalId() {
        return config.getObjectId();
    }

    @Override
    public Optional<PrincipalType> principalType() {
        return Optional.empty();
    }

    @Override
    public String principalName() {
        return ID;
    }
}
