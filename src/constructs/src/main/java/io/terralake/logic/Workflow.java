package io.terralake.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.ManagedIdentity;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import java.util.List;
import software.constructs.Construct;

/**
 * A workflow of Logic Apps on the Consumption plan. It has an identity, by which its HTTP actions log in, and no connections with keys.
 */
public final class Workflow extends StackPart implements IWorkflow, ManagedIdentity {
    private static final String TYPE = "Microsoft.Logic/workflows";
    private static final String SCHEMA =
            "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";

    private static final NamingRule NAMING =
            NamingRule.of("workflow", "logic", 1, 80, "[A-Za-z0-9._()-]+", "letters, digits and '._()-'");

    private final String workflowId;
    private final String name;
    private final String principalId;

    /** @throws ConstructException with everything that the service would refuse */
    public Workflow(Construct scope, String id, WorkflowProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        this.name = stack.nameOf(this, NAMING, props.name(), props.purpose());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode workflow = body.putObject("properties").put("state", "Enabled");
        workflow.set("definition", checked(Contract.at(this, "", () -> definition(props))));
        AzapiResource resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type(TYPE + "@2019-05-01")
                        .name(name)
                        .parentId(place.resourceGroupId())
                        .location(place.location())
                        .tags(stack.tags())
                        .systemAssignedIdentity(true)
                        .body(body)
                        .build());
        this.workflowId = resource.resourceId();
        this.principalId = resource.principalId();
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
    }

    /**
     * An existing workflow.
     *
     * @throws ConstructException when the id is not that of a workflow
     */
    public static IWorkflow fromWorkflowId(Construct scope, String id, String workflowId) {
        return new ImportedWorkflow(scope, id, workflowId);
    }

    @Override
    public String workflowId() {
        return workflowId;
    }

    @Override
    public String resourceId() {
        return workflowId;
    }

    @Override
    public String principalId() {
        return principalId;
    }

    @Override
    public String displayName() {
        return name;
    }

    /** How many runs failed. */
    public Metric metricFailedRuns() {
        return new Metric(TYPE, "RunsFailed", Aggregation.TOTAL, workflowId);
    }

    private static ObjectNode definition(WorkflowProps props) {
        WorkflowTrigger trigger = props.trigger();
        ObjectNode definition =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("contentVersion", "1.0.0.0");
        definition
                .putObject("triggers")
                .set(
                        Contract.ask(trigger, "name", trigger::name),
                        Contract.<ObjectNode>ask(trigger, "definition", trigger::definition));
        definition.set("actions", Actions.json(props.actions()));
        return definition;
    }

    private ObjectNode checked(ObjectNode definition) {
        List<String> problems = WorkflowChecks.of(definition);
        if (!problems.isEmpty()) {
            throw new ConstructException(this, String.join("; ", problems));
        }
        return definition;
    }
}
