package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts out those elements of an array for which a condition holds, as {@code value}.
 *
 * @param name the activity's name
 * @param items an expression that gives an array
 * @param condition a boolean expression, which reads the element as {@link Expression#item()}
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-filter-activity">Filter activity</a>
 */
@RecordBuilder
public record Filter(
        String name,
        Expression items,
        Expression condition,
        @Nullable List<Dependency> dependsOn) implements Activity {

    public Filter {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static FilterBuilder builder() {
        return FilterBuilder.builder();
    }

    @Override
    public String type() {
        return "Filter";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("items", items.computed());
        properties.set("condition", condition.computed());
        return properties;
    }
}
