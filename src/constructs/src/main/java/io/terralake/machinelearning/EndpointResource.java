package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** What managed endpoints and those of Kubernetes have in common as ARM takes them; azurerm has neither. */
final class EndpointResource {
    static final String TYPE = AbstractMachineLearningWorkspace.TYPE + "/onlineEndpoints";
    static final String SCORING_URI = "properties.scoringUri";

    /**
     * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas">Manage and increase quotas and limits</a>
     */
    static final NamingRule NAMING = NamingRule.of(
            "online endpoint",
            "",
            3,
            32,
            "[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*",
            "letters, digits and single hyphens inside, a letter first");

    private EndpointResource() {}

    static ObjectNode body(String authMode, @Nullable String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties").put("authMode", authMode);
        if (description != null) {
            properties.put("description", description);
        }
        properties.putObject("traffic");
        return body;
    }

    static AzapiResource make(Construct endpoint, IMachineLearningWorkspace workspace, String name, ObjectNode body) {
        PlatformStack stack = PlatformStack.of(endpoint);
        AzapiResource resource = new AzapiResource(
                endpoint,
                "Resource",
                AzapiResourceProps.builder()
                        .type("%s@%s".formatted(TYPE, AbstractMachineLearningWorkspace.API))
                        .name(stack.nameOf(endpoint, NAMING, name))
                        .parentId(workspace.workspaceId())
                        .location(Placement.of((Construct) workspace).location())
                        .tags(stack.tags())
                        .systemAssignedIdentity(true)
                        .body(body)
                        .responseExportValues(List.of(SCORING_URI))
                        .build());
        // Which deployment answers is decided by who deploys them: a change of the rest leaves it as it is.
        resource.addOverride("ignore_body_changes", List.of("properties.traffic"));
        return resource;
    }
}
