package io.terralake.entra;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.providers.azuread.provider.AzureadProvider;
import com.hashicorp.cdktf.providers.azuread.provider.AzureadProviderConfig;
import io.terralake.core.PlatformStack;

/** The provider of Entra ID, in the stacks that need one. Tenant and login are those of azurerm's, from the environment. */
final class EntraProvider {
    private static final String NAME = "azuread";

    private EntraProvider() {}

    /** Configures the provider once in a stack. */
    static void ensure(PlatformStack stack) {
        stack.child(
                NAME,
                TerraformProvider.class,
                () -> new AzureadProvider(
                        stack, NAME, AzureadProviderConfig.builder().build()));
    }
}
