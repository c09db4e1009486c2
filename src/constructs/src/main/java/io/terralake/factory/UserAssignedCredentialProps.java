package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.identity.ManagedIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link UserAssignedCredential}.
 *
 * @param factory the factory that uses the identity, which must have it: {@link DataFactoryProps#identities}
 * @param name the name in the factory
 * @param identity a user-assigned identity
 * @param description what it is for; @default none
 */
@RecordBuilder
public record UserAssignedCredentialProps(
        IDataFactory factory,
        String name,
        ManagedIdentity identity,
        @Nullable String description) {
    public static UserAssignedCredentialPropsBuilder builder() {
        return UserAssignedCredentialPropsBuilder.builder();
    }
}
