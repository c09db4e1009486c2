package io.terralake.databricks;

import com.hashicorp.cdktf.providers.azurerm.databricks_access_connector.DatabricksAccessConnector;
import com.hashicorp.cdktf.providers.azurerm.databricks_access_connector.DatabricksAccessConnectorConfig;
import com.hashicorp.cdktf.providers.azurerm.databricks_access_connector.DatabricksAccessConnectorIdentity;
import io.terralake.azure.NamingRule;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.ManagedIdentity;
import software.constructs.Construct;

/**
 * The identity that Unity Catalog reaches storage with. Who may use it for what, Unity Catalog decides: there are no
 * mounts, no credential passthrough and no keys.
 */
public final class AccessConnector extends StackPart implements ManagedIdentity {
    private static final NamingRule NAMING = DatabricksNames.rule("databricks access connector", "dbac");

    private final String connectorId;
    private final String principalId;

    AccessConnector(Construct scope, String id) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        DatabricksAccessConnector resource = new DatabricksAccessConnector(
                this,
                "Resource",
                DatabricksAccessConnectorConfig.builder()
                        .name(stack.nameOf(this, NAMING, null))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .identity(DatabricksAccessConnectorIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .tags(stack.tags())
                        .build());
        this.connectorId = resource.getId();
        this.principalId = resource.getIdentity().getPrincipalId();
    }

    @Override
    public String resourceId() {
        return connectorId;
    }

    @Override
    public String principalId() {
        return principalId;
    }
}
