package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.AzapiResource;
import io.terralake.core.ImportedId;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.GeneralRole;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/**
 * An integration runtime on machines of one's own, for what Azure does not reach. Machines join it by a key of its page in the
 * studio, which no template has; a shared one uses the machines of another factory's.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/create-shared-self-hosted-integration-runtime-powershell">Shared
 *     self-hosted integration runtime</a>
 */
public final class SelfHostedRuntime extends StackPart implements IIntegrationRuntime {
    private static final String TYPE = "Microsoft.DataFactory/factories/integrationRuntimes";

    private final IDataFactory factory;
    private final AzapiResource resource;
    private final String runtimeName;

    /** @throws io.terralake.core.ConstructException when the name is not allowed or taken, or the shared one is no runtime */
    public SelfHostedRuntime(Construct scope, String id, SelfHostedRuntimeProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("type", "SelfHosted");
        if (props.description() != null) {
            properties.put("description", props.description());
        }
        if (props.sharedFrom() != null) {
            properties
                    .putObject("typeProperties")
                    .putObject("linkedInfo")
                    .put("authorizationType", "RBAC")
                    .put("resourceId", new ImportedId(this, props.sharedFrom(), TYPE).toString());
        }
        this.resource = ArtifactResource.add(
                this, factory, ArtifactKind.INTEGRATION_RUNTIME, "integrationRuntimes", props.name(), properties);
        this.runtimeName = resource.resourceName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String runtimeName() {
        return runtimeName;
    }

    /** Its Azure id, for the factories that share it. */
    public String runtimeId() {
        return resource.resourceId();
    }

    /** Lets another factory share its machines. */
    public Grant grantShare(Principal principal) {
        return RoleGrant.of(this, runtimeId(), GeneralRole.CONTRIBUTOR, principal);
    }
}
