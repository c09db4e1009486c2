package io.terralake.machinelearning;

import com.hashicorp.cdktf.providers.azurerm.machine_learning_datastore_datalake_gen2.MachineLearningDatastoreDatalakeGen2;
import com.hashicorp.cdktf.providers.azurerm.machine_learning_datastore_datalake_gen2.MachineLearningDatastoreDatalakeGen2Config;
import io.terralake.azure.NamingRule;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.storage.Zone;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A zone of a lake by a name that jobs and data versions use. No credentials are kept: jobs read it as the cluster or as whoever submits
 * them, and previews as the workspace, which may read the zone. The machines of the workspace reach the lake by private endpoints.
 */
public final class Datastore extends StackPart {
    private static final NamingRule NAMING = NamingRule.of(
            "datastore",
            "",
            1,
            255,
            "[A-Za-z0-9][A-Za-z0-9_-]*",
            "letters, digits, '_' and '-', a letter or digit first");

    private final MachineLearningDatastoreDatalakeGen2 resource;

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public Datastore(Construct scope, String id, DatastoreProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        IMachineLearningWorkspace workspace = props.workspace();
        Zone zone = props.zone();
        String name =
                PlatformStack.of(this).nameOf(this, NAMING, Objects.requireNonNullElse(props.name(), zone.zoneName()));
        this.resource = new MachineLearningDatastoreDatalakeGen2(
                this,
                "Resource",
                MachineLearningDatastoreDatalakeGen2Config.builder()
                        .name(name)
                        .workspaceId(workspace.workspaceId())
                        .storageContainerId(zone.zoneId())
                        .serviceDataIdentity(
                                workspace instanceof MachineLearningWorkspace
                                        ? "WorkspaceSystemAssignedIdentity"
                                        : "None")
                        .description(literal(props.description()))
                        .build());
        if (workspace instanceof MachineLearningWorkspace made) {
            zone.grantRead(made);
            made.reach(zone.lake());
        }
    }

    /** Its name in the workspace, as a token that makes who uses it wait for it. */
    public String datastoreName() {
        return resource.getName();
    }

    /**
     * The address of a path for jobs and data versions.
     *
     * @param path below the zone's root, such as {@code cars/2026}
     */
    public String uri(String path) {
        return "azureml://datastores/%s/paths/%s".formatted(datastoreName(), path);
    }

    private static @Nullable String literal(@Nullable String text) {
        return text == null ? null : TerraformText.literal(text);
    }
}
