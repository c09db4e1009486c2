package io.terralake.core;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformProviderConfig;
import com.hashicorp.cdktf.TerraformProviderGeneratorMetadata;

/** The provider of {@link AzapiResource}, in the stacks that have one. */
final class AzapiProvider extends TerraformProvider {
    private static final String NAME = "azapi";
    private static final String VERSION = "2.12.0";

    private AzapiProvider(PlatformStack stack) {
        super(
                stack,
                NAME,
                TerraformProviderConfig.builder()
                        .terraformResourceType(NAME)
                        .terraformProviderSource("azure/azapi")
                        .terraformGeneratorMetadata(TerraformProviderGeneratorMetadata.builder()
                                .providerName(NAME)
                                .providerVersion(VERSION)
                                .build())
                        .build());
        // Else what somebody takes out of a body would stay in Azure without a word.
        addOverride("ignore_no_op_changes", false);
        // None leaves it to ARM_SUBSCRIPTION_ID.
        String subscriptionId = stack.environment().settings().subscriptionId();
        if (subscriptionId != null) {
            addOverride("subscription_id", subscriptionId);
        }
    }

    /** Configures the provider once in a stack. */
    static void ensure(PlatformStack stack) {
        stack.child(NAME, TerraformProvider.class, () -> new AzapiProvider(stack));
    }
}
