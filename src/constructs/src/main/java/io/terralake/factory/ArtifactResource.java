package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import software.constructs.Construct;

/** Resources of what azurerm cannot carry whole: by their JSON, which Microsoft's schema checks when Terraform plans. */
public final class ArtifactResource {
    private ArtifactResource() {}

    /**
     * Makes the resource of something in a factory.
     *
     * @param type the last part of its resource type, such as {@code datasets}
     * @param properties what Azure has under {@code properties}
     */
    public static AzapiResource add(
            Construct artifact,
            IDataFactory factory,
            ArtifactKind kind,
            String type,
            String name,
            ObjectNode properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", properties);
        return new AzapiResource(
                artifact,
                "Resource",
                AzapiResourceProps.builder()
                        .type("Microsoft.DataFactory/factories/%s@2018-06-01".formatted(type))
                        .name(ArtifactName.claim(artifact, factory, kind, name))
                        .parentId(factory.factoryId())
                        .body(body)
                        .build());
    }
}
