package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.Trigger;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ModelTrigger}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param model the model, complete; {@link References} makes what it names
 * @param started whether it starts what it is for; the model cannot say so; @default true
 */
@RecordBuilder
public record ModelTriggerProps(
        IDataFactory factory,
        String name,
        Trigger model,
        @Nullable Boolean started) {
    public ModelTriggerProps {
        started = started == null || started;
    }

    public static ModelTriggerPropsBuilder builder() {
        return ModelTriggerPropsBuilder.builder();
    }
}
