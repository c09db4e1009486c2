package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.SqlTableDataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query and puts out its first row as {@code firstRow}, or all rows as {@code value}.
 *
 * @param name the activity's name
 * @param dataset where the query runs
 * @param query what is asked
 * @param firstRowOnly @default true
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 */
@RecordBuilder
public record Lookup(
        String name,
        SqlTableDataset dataset,
        Expression query,
        @Nullable Boolean firstRowOnly,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    public Lookup {
        firstRowOnly = firstRowOnly == null || firstRowOnly;
        dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static LookupBuilder builder() {
        return LookupBuilder.builder();
    }

    @Override
    public List<Expression> expressions() {
        return List.of(query);
    }

    @Override
    public String type() {
        return "Lookup";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ObjectNode source = properties.putObject("source").put("type", "AzureSqlSource");
        source.set("sqlReaderQuery", query.json());
        source.put("queryTimeout", "02:00:00").put("partitionOption", "None");
        ObjectNode reference = Activity.reference(dataset.datasetName(), "DatasetReference");
        reference.putObject("parameters");
        properties.set("dataset", reference);
        return properties.put("firstRowOnly", firstRowOnly);
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
    }
}
