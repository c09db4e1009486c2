package com.example.parts;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Testing;
import com.hashicorp.cdktf.providers.databricks.job.JobTask;
import com.hashicorp.cdktf.providers.databricks.job.JobTaskPythonWheelTask;
import com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFile;
import com.hashicorp.cdktf.providers.databricks.workspace_file.WorkspaceFileConfig;
import io.terralake.assertions.CommittedText;
import io.terralake.assertions.RecordSchema;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.databricks.ClusterPolicy;
import io.terralake.databricks.ClusterPolicyProps;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.IDatabricksWorkspace;
import io.terralake.databricks.Job;
import io.terralake.databricks.JobProps;
import io.terralake.databricks.Task;
import io.terralake.databricks.WorkspaceProvider;
import io.terralake.factory.CustomLinkedService;
import io.terralake.factory.CustomLinkedServiceProps;
import io.terralake.factory.DataFactory;
import io.terralake.factory.Dataset;
import io.terralake.factory.FileDataset;
import io.terralake.factory.FileDatasetProps;
import io.terralake.factory.FileFormat;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.LinkedService;
import io.terralake.factory.Parameter;
import io.terralake.factory.dataflow.DataFlowEnd;
import io.terralake.factory.dataflow.MappingDataFlow;
import io.terralake.factory.dataflow.MappingDataFlowProps;
import io.terralake.factory.pipeline.Copy;
import io.terralake.factory.pipeline.DatasetReference;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.factory.pipeline.Sink;
import io.terralake.factory.pipeline.Source;
import io.terralake.identity.Principal;
import io.terralake.identity.PrincipalType;
import io.terralake.identity.RoleGrant;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import io.terralake.settings.Environment;
import io.terralake.settings.InvalidSettingsException;
import io.terralake.settings.Section;
import io.terralake.storage.DataLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.Construct;

/** Whatever is open in the library can be written in another project, and takes part in the checks there. */
class OwnPartsTests {
    private static final String IDS =
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/";

    private final PlatformStack stack =
            new PlatformStack(Testing.app(), "parts", Environment.read(Path.of("dev.json")));
    private final IDataFactory factory =
            DataFactory.fromFactoryId(stack, "Factory", IDS + "Microsoft.DataFactory/factories/adf-one");
    private final LinkedService store = new CustomLinkedService(
            stack,
            "Store",
            CustomLinkedServiceProps.builder()
                    .factory(factory)
                    .name("Store")
                    .type("RestService")
                    .typeProperties(JsonNodeFactory.instance.objectNode())
                    .build());

    @Test
    void formatsSourcesAndSinks() {
        FileDataset files = new FileDataset(
                stack,
                "Files",
                FileDatasetProps.builder()
                        .name("Files")
                        .lake(store)
                        .zone(DataLake.fromAccountId(
                                        stack, "Lake", IDS + "Microsoft.Storage/storageAccounts/stone", "bronze")
                                .zone("bronze"))
                        .format(new Avro())
                        .build());
        Dataset pages = new Pages(stack, "Pages", store);
        copy("Publish", Source.files(files, Map.of()), new PageSink(pages, Map.of("page", Expression.value(1))));
        assertThat(stack)
                .hasResource("azurerm_data_factory_custom_dataset", """
                        {"type": "Avro"}""")
                .hasResource("azapi_resource", """
                        {"body": {"properties": {"activities": [{
                          "name": "Copy",
                          "typeProperties": {
                            "source": {"type": "AvroSource", "formatSettings": {"type": "AvroReadSettings"}},
                            "sink": {"type": "RestSink"}
                          }
                        }]}}}""");
        assertThatThrownBy(() -> copy(
                        "Untold",
                        Source.files(files, Map.of()),
                        new PageSink(pages, Map.of("size", Expression.item()))))
                .isInstanceOf(ConstructException.class)
                .hasMessage(
                        "pipeline \"Untold\": activity \"Copy\": reads item(), but does not stand in a ForEach: position 2 of"
                                + " \"@item()\" at /outputs/0/parameters/size/value;"
                                + " activity \"Copy\": the parameter \"size\" is not declared, there are [page];"
                                + " activity \"Copy\": the parameter \"page\" of dataset \"Pages\" is not set"
                                + " (at dev-parts/Untold)");
    }

    @Test
    void endsOfDataFlows() {
        MappingDataFlowProps props = MappingDataFlowProps.builder()
                .factory(factory)
                .name("Flow")
                .sources(List.of(new StoreEnd("In", store)))
                .sinks(List.of(new StoreEnd("Out", store)))
                .script("source() ~> In\nIn sink() ~> Ouch")
                .build();
        assertThatThrownBy(() -> new MappingDataFlow(stack, "Flow", props))
                .hasMessage(
                        "data flow \"Flow\": the script has no step \"Out\", its steps are [In, Ouch]; the script's step"
                                + " \"Ouch\" is neither source nor sink nor transformation (at dev-parts/Flow)");
    }

    @Test
    void tasks() {
        IDatabricksWorkspace workspace =
                DatabricksWorkspace.fromWorkspaceId(stack, "Databricks", IDS + "Microsoft.Databricks/workspaces/dbw");
        ClusterPolicy policy = new ClusterPolicy(
                stack,
                "Policy",
                ClusterPolicyProps.builder().workspace(workspace).name("jobs").build());
        JobProps props = JobProps.builder()
                .name("report")
                .policy(policy)
                .tasks(List.of(new Wheel("load", List.of("lost"))))
                .build();
        assertThatThrownBy(() -> new Job(stack, "Job", props))
                .hasMessage(
                        "job \"report\": task \"load\": depends on \"lost\", which is not in the job (at dev-parts/Job)");
    }

    @Test
    void resourcesInsideAWorkspace() {
        IDatabricksWorkspace workspace =
                DatabricksWorkspace.fromWorkspaceId(stack, "Databricks", IDS + "Microsoft.Databricks/workspaces/dbw");
        WorkspaceProvider.configure(stack, workspace);
        new WorkspaceFile(
                stack,
                "Notes",
                WorkspaceFileConfig.builder()
                        .path("/Shared/notes.txt")
                        .contentBase64("aGk=")
                        .build());
        assertThat(stack)
                .hasProvider("databricks", """
                        {"azure_workspace_resource_id": "%s"}""".formatted(workspace.workspaceId()))
                .hasResource("databricks_workspace_file", """
                        {"path": "/Shared/notes.txt"}""");
    }

    @Test
    void principalsRolesAndNetworks() {
        stack.share(Network.class, new Office());
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        RoleGrant.of(vault, vault.vaultId(), () -> "Key Vault Reader", new Robot())
                .applyBefore(new Pages(stack, "After", store));
        assertThat(stack).hasResource("azurerm_key_vault", """
                        {"network_acls": {"ip_rules": ["198.51.100.7"]}}""").hasResource("azurerm_role_assignment", """
                        {"role_definition_name": "Key Vault Reader", "principal_type": "ServicePrincipal"}""");
    }

    @Test
    void sectionsOfSettings(@TempDir Path folder) throws IOException {
        CommittedText.at(Path.of("src/test/resources/com/example/parts/Opening.schema.json"))
                .verify(RecordSchema.of(Opening.class));
        Section<Opening> section = Section.of("opening", Opening.class);
        String settings = Files.readString(Path.of("dev.json"));
        Path file = folder.resolve("dev.json");
        Files.writeString(file, settings.replaceFirst("\\{", "{\"opening\": {\"from\": 8, \"to\": 18},"));
        assertThat(Environment.read(file, section).section(section)).isEqualTo(new Opening(8, 18));
        Files.writeString(file, settings.replaceFirst("\\{", "{\"opening\": {\"from\": 18, \"to\": 8},"));
        assertThatThrownBy(() -> Environment.read(file, section))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageEndingWith("dev.json#/opening/to: 8 is before 18");
    }

    private void copy(String name, Source source, Sink sink) {
        new Pipeline(
                stack,
                name,
                PipelineProps.builder()
                        .factory(factory)
                        .name(name)
                        .activities(List.of(Copy.builder()
                                .name("Copy")
                                .source(source)
                                .sink(sink)
                                .build()))
                        .build());
    }

    private record Avro() implements FileFormat {
        @Override
        public String datasetType() {
            return "Avro";
        }

        @Override
        public ObjectNode properties() {
            return JsonNodeFactory.instance.objectNode().put("avroCompressionCodec", "snappy");
        }
    }

    private record PageSink(Dataset pages, Map<String, Expression> parameters) implements Sink {
        @Override
        public DatasetReference dataset() {
            return new DatasetReference(pages, parameters);
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance.objectNode().put("type", "RestSink");
        }
    }

    private record StoreEnd(String name, LinkedService store) implements DataFlowEnd {
        @Override
        public Optional<LinkedService> linkedService() {
            return Optional.of(store);
        }
    }

    private record Wheel(String key, List<String> dependsOn) implements Task {
        @Override
        public void complete(JobTask.Builder task) {
            task.pythonWheelTask(JobTaskPythonWheelTask.builder()
                    .packageName("loans")
                    .entryPoint("main")
                    .build());
        }
    }

    private record Robot() implements Principal {
        @Override
        public String principalId() {
            return "11111111-2222-3333-4444-555555555555";
        }

        @Override
        public Optional<PrincipalType> principalType() {
            return Optional.of(PrincipalType.SERVICE_PRINCIPAL);
        }

        @Override
        public String principalName() {
            return "robot";
        }
    }

    private record Office() implements Network {
        @Override
        public boolean publicAccess() {
            return true;
        }

        @Override
        public List<String> allowedIpRanges() {
            return List.of("198.51.100.7");
        }

        @Override
        public List<String> allowedSubnetIds() {
            return List.of();
        }

        @Override
        public void allowSubnet(String subnetId) {}

        @Override
        public void connect(Construct service, String resourceId, String resourceName, PrivateLink... parts) {}
    }

    private static final class Pages extends Construct implements Dataset {
        private final LinkedService service;

        Pages(Construct scope, String id, LinkedService service) {
            super(scope, id);
            this.service = service;
        }

        @Override
        public IDataFactory factory() {
            return service.factory();
        }

        @Override
        public String datasetName() {
            return "Pages";
        }

        @Override
        public Map<String, Parameter> parameters() {
            return Map.of("page", Parameter.integer());
        }
    }
}
