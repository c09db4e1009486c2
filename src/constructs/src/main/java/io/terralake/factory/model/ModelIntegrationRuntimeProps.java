package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.IntegrationRuntime;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ModelIntegrationRuntime}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param model the model, complete; {@link References} makes what it names
 * @param allowKeys whether keys and passwords are warnings only; they stand in Terraform's state; @default false
 */
@RecordBuilder
public record ModelIntegrationRuntimeProps(
        IDataFactory factory,
        String name,
        IntegrationRuntime model,
        @Nullable Boolean allowKeys) {

    public ModelIntegrationRuntimeProps {
        allowKeys = allowKeys != null && allowKeys;
    }

    public static ModelIntegrationRuntimePropsBuilder builder() {
        return ModelIntegrationRuntimePropsBuilder.builder();
    }
}
