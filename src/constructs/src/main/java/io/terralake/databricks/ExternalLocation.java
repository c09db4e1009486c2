package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.external_location.ExternalLocationConfig;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/**
 * A zone of the lake, or a folder in one, as Unity Catalog knows it. The workspace's access connector needs a grant on the
 * zone before.
 */
public final class ExternalLocation extends StackPart {
    private final com.hashicorp.cdktf.providers.databricks.external_location.ExternalLocation resource;

    public ExternalLocation(Construct scope, String id, ExternalLocationProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        WorkspaceProvider.configure(this, props.credential().workspace());
        this.resource = new com.hashicorp.cdktf.providers.databricks.external_location.ExternalLocation(
                this,
                "Resource",
                ExternalLocationConfig.builder()
                        .name(TerraformText.literal(props.name()))
                        .url(TerraformText.literal("%s/%s"
                                .formatted(props.zone().abfssUrl(), props.folder() == null ? "" : props.folder())))
                        .credentialName(props.credential().credentialName())
                        .readOnly(props.readOnly())
                        .isolationMode("ISOLATION_MODE_ISOLATED")
                        .build());
    }

    /** The location's address, {@code abfss://<zone>@<host>/<folder>}, as a token that makes who uses it wait for it. */
    public String url() {
        return resource.getUrl();
    }
}
