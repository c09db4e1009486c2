package io.terralake.factory.model;

import com.azure.resourcemanager.datafactory.models.ActivityDependency;
import com.azure.resourcemanager.datafactory.models.CredentialReference;
import com.azure.resourcemanager.datafactory.models.CredentialReferenceType;
import com.azure.resourcemanager.datafactory.models.DataFlowReference;
import com.azure.resourcemanager.datafactory.models.DataFlowReferenceType;
import com.azure.resourcemanager.datafactory.models.DatasetReference;
import com.azure.resourcemanager.datafactory.models.DependencyCondition;
import com.azure.resourcemanager.datafactory.models.IntegrationRuntimeReference;
import com.azure.resourcemanager.datafactory.models.LinkedServiceReference;
import com.azure.resourcemanager.datafactory.models.PipelineReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.core.Contract;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.Dataset;
import io.terralake.factory.ICredential;
import io.terralake.factory.IIntegrationRuntime;
import io.terralake.factory.LinkedService;
import io.terralake.factory.NamedArtifacts;
import io.terralake.factory.dataflow.IDataFlow;
import io.terralake.factory.pipeline.Activity;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.IPipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Microsoft's models need of this library: references to what is in a factory, which make Terraform create it first, and
 * expressions. A reference by name alone does as well; it is looked up in the factory.
 */
public final class References {
    private static final JsonMapper JSON = new JsonMapper();

    private References() {}

    /** A reference to a dataset without parameters, or with their defaults. */
    public static DatasetReference to(Dataset dataset) {
        return new DatasetReference()
                .withReferenceName(NamedArtifacts.remember(
                        ArtifactKind.DATASET, dataset, Contract.ask(dataset, "datasetName", dataset::datasetName)));
    }

    /**
     * A reference to a dataset.
     *
     * @param parameters values of its parameters, by name: expressions, strings, numbers, booleans, lists and maps
     */
    public static DatasetReference to(Dataset dataset, Map<String, ?> parameters) {
        return to(dataset).withParameters(values(parameters));
    }

    /** A reference to a linked service. */
    public static LinkedServiceReference to(LinkedService linkedService) {
        return new LinkedServiceReference()
                .withReferenceName(NamedArtifacts.remember(
                        ArtifactKind.LINKED_SERVICE,
                        linkedService,
                        Contract.ask(linkedService, "linkedServiceName", linkedService::linkedServiceName)));
    }

    /** A reference to a pipeline; the activity has the values of its parameters. */
    public static PipelineReference to(IPipeline pipeline) {
        return new PipelineReference()
                .withReferenceName(NamedArtifacts.remember(
                        ArtifactKind.PIPELINE,
                        pipeline,
                        Contract.ask(pipeline, "pipelineName", pipeline::pipelineName)));
    }

    /** A reference to a data flow without parameters, or with their defaults. */
    public static DataFlowReference to(IDataFlow dataFlow) {
        return new DataFlowReference()
                .withType(DataFlowReferenceType.DATA_FLOW_REFERENCE)
                .withReferenceName(NamedArtifacts.remember(
                        ArtifactKind.DATA_FLOW,
                        dataFlow,
                        Contract.ask(dataFlow, "dataFlowName", dataFlow::dataFlowName)));
    }

    /**
     * A reference to a data flow.
     *
     * @param parameters values of its parameters, by name, as those of a dataset
     */
    public static DataFlowReference to(IDataFlow dataFlow, Map<String, ?> parameters) {
        return to(dataFlow).withParameters(values(parameters));
    }

    /** A reference to an integration runtime. */
    public static IntegrationRuntimeReference to(IIntegrationRuntime runtime) {
        return new IntegrationRuntimeReference()
                .withReferenceName(NamedArtifacts.remember(
                        ArtifactKind.INTEGRATION_RUNTIME,
                        runtime,
                        Contract.ask(runtime, "runtimeName", runtime::runtimeName)));
    }

    /** A reference to a credential. */
    public static CredentialReference to(ICredential credential) {
        return new CredentialReference()
                .withType(CredentialReferenceType.CREDENTIAL_REFERENCE)
                .withReferenceName(NamedArtifacts.remember(
                        ArtifactKind.CREDENTIAL,
                        credential,
                        Contract.ask(credential, "credentialName", credential::credentialName)));
    }

    /** A dependency on an activity that must have succeeded. */
    public static ActivityDependency after(Activity activity) {
        return after(activity, DependencyCondition.SUCCEEDED);
    }

    /** A dependency on an activity that must have ended in one of several ways. */
    public static ActivityDependency after(Activity activity, DependencyCondition... conditions) {
        return new ActivityDependency().withActivity(activity.name()).withDependencyConditions(List.of(conditions));
    }

    /** An expression, for a field of a model that takes any value. */
    public static Object value(Expression expression) {
        return JSON.convertValue(expression.json(), Object.class);
    }

    /** An expression, for a field of a model that takes nothing else, such as the items of a {@code ForEachActivity}. */
    public static com.azure.resourcemanager.datafactory.models.Expression expression(Expression expression) {
        JsonNode json = expression.json();
        return new com.azure.resourcemanager.datafactory.models.Expression()
                .withValue(json.isObject() ? json.path("value").asText() : json.asText());
    }

    private static Map<String, Object> values(Map<String, ?> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach(
                (name, value) -> values.put(name, value instanceof Expression expression ? value(expression) : value));
        return values;
    }
}
