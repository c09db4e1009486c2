package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.LinkedService;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ModelLinkedService}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param model the model, complete; {@link References} makes what it names
 * @param allowKeys whether keys and passwords are warnings only; they stand in Terraform's state; @default false
 */
@RecordBuilder
public record ModelLinkedServiceProps(
        IDataFactory factory,
        String name,
        LinkedService model,
        @Nullable Boolean allowKeys) {

    public ModelLinkedServiceProps {
        allowKeys = allowKeys != null && allowKeys;
    }

    public static ModelLinkedServicePropsBuilder builder() {
        return ModelLinkedServicePropsBuilder.builder();
    }
}
