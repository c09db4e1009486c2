package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.DataFlow;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;

/**
 * Properties of a {@link ModelDataFlow}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param model the model, complete; {@link References} makes what it names
 */
@RecordBuilder
public record ModelDataFlowProps(IDataFactory factory, String name, DataFlow model) {
    public static ModelDataFlowPropsBuilder builder() {
        return ModelDataFlowPropsBuilder.builder();
    }
}
