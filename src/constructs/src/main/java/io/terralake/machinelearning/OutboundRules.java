package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformResource;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.identity.RoleGrant;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * The outbound rules of a workspace. Each is a resource of its own, so that one that goes is deleted; azurerm's resource for private
 * endpoints knows four services only.
 */
final class OutboundRules extends StackPart {
    private static final NamingRule NAMING = NamingRule.of(
            "outbound rule",
            "",
            3,
            33,
            "[A-Za-z0-9][A-Za-z0-9_-]*",
            "letters, digits, '_' and '-', a letter or digit first");

    private final MachineLearningWorkspace workspace;
    private final Isolation isolation;
    private final List<TerraformResource> resources = new ArrayList<>();

    OutboundRules(MachineLearningWorkspace workspace, Isolation isolation) {
        super(workspace, "OutboundRules");
        this.workspace = workspace;
        this.isolation = isolation;
    }

    /** What compute waits for: its making makes the network. */
    List<TerraformResource> resources() {
        return resources;
    }

    void add(String name, OutboundRule rule) {
        PlatformStack.of(this).nameOf(workspace, NAMING, name);
        if (getNode().tryFindChild(name) != null) {
            throw new ConstructException(workspace, "there is an outbound rule \"%s\" already".formatted(name));
        }
        if (isolation == Isolation.ALLOW_INTERNET_OUTBOUND && !rule.isPrivateEndpoint()) {
            throw new ConstructException(
                    workspace,
                    "outbound rule \"%s\" of type %s needs the isolation ALLOW_ONLY_APPROVED_OUTBOUND: everybody can be reached already"
                            .formatted(name, rule.type()));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", rule.properties());
        Construct owner = new Construct(this, name);
        AzapiResource resource = new AzapiResource(
                owner,
                "Resource",
                AzapiResourceProps.builder()
                        .type("%s/outboundRules@%s"
                                .formatted(AbstractMachineLearningWorkspace.TYPE, AbstractMachineLearningWorkspace.API))
                        .name(name)
                        .parentId(workspace.workspaceId())
                        .body(body)
                        .build());
        // A workspace changes its network once at a time.
        resource.addOverride("locks", List.of(workspace.workspaceId()));
        resource.addOverride("ignore_casing", true);
        rule.resourceId().ifPresent(target -> approve(owner, target).applyBefore(resource));
        resources.add(resource);
    }

    /** Lets the workspace approve the endpoints of its network to a resource. */
    RoleGrant approve(Construct resource, String resourceId) {
        return RoleGrant.of(resource, resourceId, MachineLearningRole.NETWORK_CONNECTION_APPROVER, workspace);
    }
}
