package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.templates.PlannedResource;
import io.terralake.emulator.arm.templates.TemplateException;
import io.terralake.emulator.arm.templates.TemplatePlan;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Carries out a deployment.
 *
 * @param hidden takes the values of secure parameters out of a message
 */
record DeploymentRun(Deployment deployment, TemplatePlan plan, UnaryOperator<String> hidden) {
    private static final String FAILED =
            "At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.";
    private static final String NO_OUTPUTS =
            "Unable to evaluate template outputs. Please see error details and deployment operations. Please see https://aka.ms/arm-common-errors for usage details.";

    /** Adds to what is told of the deployment what became of it, and gives back what was refused. */
    List<ObjectNode> into(ObjectNode result, Deployer deployer) {
        deployer.deploy(plan.resources());
        if (deployer.errors().isEmpty() && deployment.isComplete()) {
            deployer.complete(deployment.scope());
        }
        ObjectNode properties = result.withObject("/properties");
        properties.set("outputResources", DeploymentResult.references(deployer.resources()));
        properties.set("providers", DeploymentResult.providers(types(deployer)));
        List<ObjectNode> errors = deployer.errors();
        if (!errors.isEmpty()) {
            failed(properties, "DeploymentFailed", FAILED, errors);
            return errors;
        }
        try {
            properties.set("outputs", plan.outputs());
        } catch (TemplateException e) {
            String code = "DeploymentOutputEvaluationFailed";
            errors.add(Deployer.error(
                    e.code().equals("NotEmulated") ? e.code() : code,
                    deployment.id().path(),
                    e.getMessage()));
            failed(properties, code, NO_OUTPUTS, errors);
        }
        return errors;
    }

    /** With those of nested deployments: the providers of all that is to be deleted one day. */
    private List<String> types(Deployer deployer) {
        return Stream.concat(
                        plan.resources().stream()
                                .filter(PlannedResource::isDeployed)
                                .map(PlannedResource::type),
                        deployer.resources().stream().map(each -> new ResourceId(each).type()))
                .toList();
    }

    private void failed(ObjectNode properties, String code, String message, List<ObjectNode> errors) {
        errors.forEach(
                each -> each.put("message", hidden.apply(each.path("message").asText())));
        ObjectNode error = Deployer.error(code, deployment.id().path(), message);
        error.putArray("details").addAll(errors);
        properties.put("provisioningState", "Failed").set("error", error);
    }
}
