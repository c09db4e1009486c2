package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.factory.FileStore;
import io.terralake.factory.IFileDataset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts out what is known about a file, a folder or a table, each field by its name. Without {@code exists} it fails when there is none.
 *
 * @param name the activity's name
 * @param dataset what is asked about
 * @param fields at least one of {@link #FIELDS}, each once
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-get-metadata-activity">Get Metadata activity</a>
 */
@RecordBuilder
public record GetMetadata(
        String name,
        DatasetReference dataset,
        List<String> fields,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {
    /** What can be asked for. */
    public static final Set<String> FIELDS = Set.of(
            "childItems",
            "columnCount",
            "contentMD5",
            "created",
            "exists",
            "itemName",
            "itemType",
            "lastModified",
            "size",
            "structure");

    /** @throws IllegalArgumentException when there is no such field, or one is there twice */
    public GetMetadata {
        fields = RequiredFields.copy(fields);
        if (fields != null
                && (fields.isEmpty() || Set.copyOf(fields).size() < fields.size() || !FIELDS.containsAll(fields))) {
            throw new IllegalArgumentException("fields %s are not allowed: each once, at least one of %s"
                    .formatted(fields, FIELDS.stream().sorted().toList()));
        }
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static GetMetadataBuilder builder() {
        return GetMetadataBuilder.builder();
    }

    @Override
    public List<DatasetReference> datasets() {
        return List.of(dataset);
    }

    @Override
    public String type() {
        return "GetMetadata";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("dataset", dataset.json());
        fields.forEach(properties.putArray("fieldList")::add);
        if (dataset.dataset() instanceof IFileDataset files && files.store() != FileStore.HTTP) {
            properties.set("storeSettings", Source.everyFile(files.store()));
        }
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
    }
}
