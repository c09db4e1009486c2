package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link SelfHostedRuntime}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory, 3 to 63 letters, digits and single hyphens
 * @param sharedFrom the Azure id of a runtime in another factory whose machines it uses, which must let this factory in by
 *     {@link SelfHostedRuntime#grantShare}; @default it has machines of its own
 * @param description what it is for; @default none
 */
@RecordBuilder
public record SelfHostedRuntimeProps(
        IDataFactory factory,
        String name,
        @Nullable String sharedFrom,
        @Nullable String description) {
    public static SelfHostedRuntimePropsBuilder builder() {
        return SelfHostedRuntimePropsBuilder.builder();
    }
}
