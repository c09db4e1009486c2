package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.FileStore;
import io.terralake.factory.IFileDataset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the files of a dataset, those in folders below its own included, and its folder. What is not there is no failure.
 *
 * @param name the activity's name
 * @param files what is deleted
 * @param parameters values of the dataset's parameters, by name; @default none
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/delete-activity">Delete activity</a>
 */
@RecordBuilder
public record Delete(
        String name,
        IFileDataset files,
        @Nullable Map<String, Expression> parameters,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when the files are on a web server, which are read only */
    public Delete {
        if (files != null && files.store() == FileStore.HTTP) {
            throw new IllegalArgumentException("files of a web server are read only");
        }
        parameters = Sorted.copyOrEmpty(parameters);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static DeleteBuilder builder() {
        return DeleteBuilder.builder();
    }

    @Override
    public List<DatasetReference> datasets() {
        return List.of(reference());
    }

    @Override
    public String type() {
        return "Delete";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("dataset", reference().json());
        properties.put("enableLogging", false).set("storeSettings", Source.everyFile(files.store()));
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
    }

    private DatasetReference reference() {
        return new DatasetReference(files, parameters);
    }
}
