package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link NatGateway}.
 *
 * @param purpose what tells its name apart from that of another gateway of the platform, such as {@code functions}; @default
 *     nothing
 */
@RecordBuilder
public record NatGatewayProps(@Nullable String purpose) {

    public static NatGatewayPropsBuilder builder() {
        return NatGatewayPropsBuilder.builder();
    }
}
