package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.Credential;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ModelCredential}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param model the model, complete; {@link References} makes what it names
 * @param allowKeys whether keys and passwords are warnings only; they stand in Terraform's state; @default false
 */
@RecordBuilder
public record ModelCredentialProps(
        IDataFactory factory,
        String name,
        Credential model,
        @Nullable Boolean allowKeys) {

    public ModelCredentialProps {
        allowKeys = allowKeys != null && allowKeys;
    }

    public static ModelCredentialPropsBuilder builder() {
        return ModelCredentialPropsBuilder.builder();
    }
}
