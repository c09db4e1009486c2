package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.grant.GrantConfig;
import com.hashicorp.cdktf.providers.databricks.schema.SchemaConfig;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.WorkspaceProvider;
import io.terralake.identity.Grant;
import software.constructs.Construct;

/** The tables and volumes of one data product. */
public final class Schema extends StackPart {
    private final com.hashicorp.cdktf.providers.databricks.schema.Schema resource;
    private final Catalog catalog;
    private final Privileges privileges;

    /** @throws io.terralake.core.ConstructException when the name is not allowed, or the stack works in another workspace */
    public Schema(Construct scope, String id, SchemaProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.catalog = props.catalog();
        WorkspaceProvider.configure(this, catalog.workspace());
        String comment = props.comment();
        this.resource = new com.hashicorp.cdktf.providers.databricks.schema.Schema(
                this,
                "Resource",
                SchemaConfig.builder()
                        .catalogName(catalog.catalogName())
                        .name(PlatformStack.of(this).nameOf(this, UnityNames.SCHEMA, props.name()))
                        .comment(comment == null ? null : TerraformText.literal(comment))
                        // What people made in it would keep Terraform from destroying what it may.
                        .forceDestroy(PlatformStack.of(this).protection().isRetained(null) ? null : true)
                        .build());
        PlatformStack.of(this).protection().retain(resource, null);
        this.privileges = new Privileges(this, GrantConfig.Builder::schema, resource.getId());
    }

    /** The name of what it is in. */
    public String catalogName() {
        return resource.getCatalogName();
    }

    /** Its name. */
    public String schemaName() {
        return resource.getName();
    }

    /** Lets a principal read every table and volume. */
    public Grant grantRead(DatabricksPrincipal principal) {
        return privileges.add(principal, Privilege.USE_SCHEMA, Privilege.SELECT, Privilege.READ_VOLUME);
    }

    /** Lets a principal read, write and make tables and volumes. */
    public Grant grantWrite(DatabricksPrincipal principal) {
        return privileges.add(
                principal,
                Privilege.USE_SCHEMA,
                Privilege.SELECT,
                Privilege.MODIFY,
                Privilege.CREATE_TABLE,
                Privilege.READ_VOLUME,
                Privilege.WRITE_VOLUME,
                Privilege.CREATE_VOLUME);
    }

    Catalog catalog() {
        return catalog;
    }
}
