package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.catalog.CatalogConfig;
import com.hashicorp.cdktf.providers.databricks.grant.GrantConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.IDatabricksWorkspace;
import io.terralake.databricks.WorkspaceProvider;
import io.terralake.identity.Grant;
import software.constructs.Construct;

/** A catalog that only its workspace sees: what belongs to one environment. */
public final class Catalog extends StackPart {
    private final IDatabricksWorkspace workspace;
    private final Privileges privileges;
    private final String catalogName;

    /** @throws io.terralake.core.ConstructException when the name is not allowed, or the stack works in another workspace */
    public Catalog(Construct scope, String id, CatalogProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.workspace = props.workspace();
        WorkspaceProvider.configure(this, workspace);
        String comment = props.comment();
        var resource = new com.hashicorp.cdktf.providers.databricks.catalog.Catalog(
                this,
                "Resource",
                CatalogConfig.builder()
                        .name(PlatformStack.of(this).nameOf(this, UnityNames.CATALOG, props.name()))
                        .storageRoot(TerraformText.literal(props.storageRoot()))
                        .isolationMode("ISOLATED")
                        .comment(comment == null ? null : TerraformText.literal(comment))
                        // What people made in it would keep Terraform from destroying what it may.
                        .forceDestroy(PlatformStack.of(this).protection().isRetained(null) ? null : true)
                        .build());
        PlatformStack.of(this).protection().retain(resource, null);
        this.catalogName = resource.getName();
        this.privileges = new Privileges(this, GrantConfig.Builder::catalog, catalogName);
    }

    IDatabricksWorkspace workspace() {
        return workspace;
    }

    /** Its name. */
    public String catalogName() {
        return catalogName;
    }

    /** Lets a principal see the catalog; what is in it is granted by schema. */
    public Grant grantUse(DatabricksPrincipal principal) {
        return privileges.add(principal, Privilege.USE_CATALOG);
    }

    /** Lets a principal read every table and volume of every schema. */
    public Grant grantRead(DatabricksPrincipal principal) {
        return privileges.add(
                principal, Privilege.USE_CATALOG, Privilege.USE_SCHEMA, Privilege.SELECT, Privilege.READ_VOLUME);
    }

    /** Lets a principal do something with all that is in the catalog. */
    public Grant grant(DatabricksPrincipal principal, Privilege first, Privilege... more) {
        return privileges.add(principal, first, more);
    }
}
