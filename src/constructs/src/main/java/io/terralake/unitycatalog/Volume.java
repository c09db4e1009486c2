package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.grant.GrantConfig;
import com.hashicorp.cdktf.providers.databricks.volume.VolumeConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.WorkspaceProvider;
import io.terralake.identity.Grant;
import software.constructs.Construct;

/** Files of a folder of the lake, under {@code /Volumes/<catalog>/<schema>/<volume>}. They stay when the volume goes. */
public final class Volume extends StackPart {
    private final com.hashicorp.cdktf.providers.databricks.volume.Volume resource;
    private final Privileges privileges;

    /** @throws io.terralake.core.ConstructException when the name is not allowed, or the stack works in another workspace */
    public Volume(Construct scope, String id, VolumeProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        Schema schema = props.schema();
        WorkspaceProvider.configure(this, schema.catalog().workspace());
        String comment = props.comment();
        this.resource = new com.hashicorp.cdktf.providers.databricks.volume.Volume(
                this,
                "Resource",
                VolumeConfig.builder()
                        .catalogName(schema.catalogName())
                        .schemaName(schema.schemaName())
                        .name(PlatformStack.of(this).nameOf(this, UnityNames.VOLUME, props.name()))
                        .volumeType("EXTERNAL")
                        .storageLocation(TerraformText.literal(props.location()))
                        .comment(comment == null ? null : TerraformText.literal(comment))
                        .build());
        this.privileges = new Privileges(this, GrantConfig.Builder::volume, resource.getId());
    }

    /** Where programs find its files. */
    public String path() {
        return resource.getVolumePath();
    }

    /** Lets a principal that may use the schema read the files. */
    public Grant grantRead(DatabricksPrincipal principal) {
        return privileges.add(principal, Privilege.READ_VOLUME);
    }

    /** Lets a principal that may use the schema read, write and delete files. */
    public Grant grantWrite(DatabricksPrincipal principal) {
        return privileges.add(principal, Privilege.READ_VOLUME, Privilege.WRITE_VOLUME);
    }
}
