package io.terralake.unitycatalog;

import com.hashicorp.cdktf.providers.databricks.grant.GrantConfig;
import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTable;
import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTableColumn;
import com.hashicorp.cdktf.providers.databricks.sql_table.SqlTableConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.databricks.DatabricksPrincipal;
import io.terralake.databricks.WorkspaceProvider;
import io.terralake.identity.Grant;
import java.util.Objects;
import software.constructs.Construct;

/** A Delta table over a folder of the lake. Its files stay when the table goes. */
public final class DeltaTable extends StackPart {
    private final SqlTable resource;
    private final Privileges privileges;

    /** @throws io.terralake.core.ConstructException when a name is not allowed, or the stack works in another workspace */
    public DeltaTable(Construct scope, String id, DeltaTableProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        Schema schema = props.schema();
        WorkspaceProvider.configure(this, schema.catalog().workspace());
        String comment = props.comment();
        boolean mapped = Objects.requireNonNull(props.properties()).containsKey(DeltaTableProps.COLUMN_MAPPING);
        NamingRule rule = mapped ? UnityNames.MAPPED_COLUMN : UnityNames.COLUMN;
        SqlTableConfig.Builder table = SqlTableConfig.builder()
                .catalogName(schema.catalogName())
                .schemaName(schema.schemaName())
                .name(stack.nameOf(this, UnityNames.TABLE, props.name()))
                .tableType("EXTERNAL")
                .dataSourceFormat("DELTA")
                .storageLocation(TerraformText.literal(props.location()))
                .properties(TerraformText.literal(Objects.requireNonNull(props.properties())))
                .column(props.columns().entrySet().stream()
                        .map(column -> SqlTableColumn.builder()
                                .name(TerraformText.literal(stack.nameOf(this, rule, column.getKey())))
                                .type(TerraformText.literal(column.getValue()))
                                .build())
                        .toList())
                .comment(comment == null ? null : TerraformText.literal(comment));
        Contract.at(
                this,
                () -> Contract.call(
                        props.compute(), "complete", () -> props.compute().complete(table)));
        this.resource = new SqlTable(this, "Resource", table.build());
        this.privileges = new Privileges(this, GrantConfig.Builder::table, resource.getId());
    }

    /** Its full name, {@code <catalog>.<schema>.<table>}. */
    public String fullName() {
        return resource.getId();
    }

    /** Lets a principal that may use the schema read the table. */
    public Grant grantRead(DatabricksPrincipal principal) {
        return privileges.add(principal, Privilege.SELECT);
    }
}
