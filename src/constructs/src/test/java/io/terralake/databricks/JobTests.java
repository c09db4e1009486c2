package io.terralake.databricks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTests {
    private final PlatformStack stack = Stacks.publicStackWithCompute();
    private final DatabricksWorkspace workspace = new DatabricksWorkspace(
            stack, "Databricks", DatabricksWorkspaceProps.builder().build());
    private final ClusterPolicy policy = new ClusterPolicy(
            stack,
            "Policy",
            ClusterPolicyProps.builder()
                    .workspace(workspace)
                    .name("jobs")
                    .compute(Compute.builder()
                            .nodeTypes(List.of("Standard_D4ds_v5"))
                            .maxWorkers(2)
                            .build())
                    .build());

    @Test
    void refusesAFileThatIsNotInTheRepositoryOrGoesNowhere() {
        assertThatThrownBy(() -> file("Shared/jobs.jar", "jobs.jar"))
                .hasMessage("path \"Shared/jobs.jar\" is not allowed: one in the workspace, which starts with /"
                        + " (at test-stack/File)");
        assertThatThrownBy(() -> file("/Shared/jobs.jar", "../jobs.jar"))
                .hasMessage("source \"../jobs.jar\" is not allowed: a path in the repository of 1 to 1024 characters,"
                        + " without .. (at test-stack/File)");
    }

    private static void file(String path, String source) {
        PlatformStack stack = Stacks.publicStack();
        new WorkspaceFile(
                stack,
                "File",
                WorkspaceFileProps.builder()
                        .workspace(DatabricksWorkspace.fromWorkspaceId(stack, "Workspace", PlatformTeam.WORKSPACE))
                        .path(path)
                        .source(source)
                        .build());
    }

    @Test
    void runsJarAndNotebookTasksOnAClusterOfItsOwn() {
        WorkspaceFile jar = new WorkspaceFile(
                stack,
                "Jar",
                WorkspaceFileProps.builder()
                        .workspace(workspace)
                        .path("/Shared/lakes/job.jar")
                        .source("src/jobs/target/job.jar")
                        .build());
        new Job(
                stack,
                "Job",
                JobProps.builder()
                        .name("report")
                        .policy(policy)
                        .tasks(List.of(
                                new Task.Jar("count", jar, "a.Main", List.of("x"), List.of()),
                                new Task.Notebook("show", "/Shared/show", Map.of("day", "1"), List.of("count"))))
                        .cron("0 0 5 * * ?")
                        .timeout(Duration.ofMinutes(30))
                        .emails(List.of("a@example.com"))
                        .build());
        assertThat(stack)
                .hasProvider("databricks", """
                        {
                          host: textLike('https://${azurerm_databricks_workspace.*.workspace_url}'),
                          azure_workspace_resource_id: textLike('${azurerm_databricks_workspace.*.id}'),
                          token: absent,
                        }
                        """)
                .hasResource(
                        "databricks_workspace_file",
                        "{path: '/Shared/lakes/job.jar', source: '../../../src/jobs/target/job.jar'}")
                .hasResource("databricks_job", """
                        {
                          name: 'report',
                          max_concurrent_runs: 1,
                          timeout_seconds: 1800,
                          queue: {enabled: true},
                          schedule: {quartz_cron_expression: '0 0 5 * * ?', timezone_id: 'UTC'},
                          email_notifications: {on_failure: ['a@example.com']},
                          job_cluster: [{new_cluster: {
                            data_security_mode: 'SINGLE_USER',
                            num_workers: 0,
                            node_type_id: 'Standard_D4ds_v5',
                            spark_version: '17.3.x-scala2.13',
                          }}],
                          task: [
                            {
                              task_key: 'count',
                              max_retries: 2,
                              spark_jar_task: {main_class_name: 'a.Main', parameters: ['x']},
                              library: [{jar: textLike('${databricks_workspace_file.*.workspace_path}')}],
                            },
                            {
                              task_key: 'show',
                              depends_on: [{task_key: 'count'}],
                              notebook_task: {notebook_path: '/Shared/show', base_parameters: {day: '1'}},
                            },
                          ],
                        }
                        """);
    }

    @Test
    void limitsWhatClustersMayBe() {
        assertThat(stack).hasResource("databricks_cluster_policy", """
                {
                  name: 'jobs',
                  definition: serializedJson({
                    cluster_type: {type: 'fixed', value: 'job'},
                    data_security_mode: {type: 'fixed', value: 'SINGLE_USER'},
                    spark_version: {type: 'fixed', value: '17.3.x-scala2.13'},
                    node_type_id: {type: 'allowlist', values: ['Standard_D4ds_v5']},
                    num_workers: {type: 'range', maxValue: 2},
                  }),
                }
                """);
    }

    /** Terraform has one resource for all who may use it. */
    @Test
    void letsWhomeverAJobRunsAsMakeItsCluster() {
        DatabricksPrincipal job = DatabricksPrincipal.servicePrincipal("11111111-2222-3333-4444-555555555555");
        policy.grantUse(job);
        policy.grantUse(job);
        policy.grantUse(DatabricksPrincipal.group("engineers"));
        policy.grantUse(DatabricksPrincipal.user("a@example.com")).applyBefore(workspace);
        assertThat(stack)
                .hasResourceCount("databricks_permissions", 1)
                .hasResource("databricks_permissions", """
                        {
                          cluster_policy_id: textLike('${databricks_cluster_policy.*.id}'),
                          access_control: [
                            exactly({
                              service_principal_name: '11111111-2222-3333-4444-555555555555',
                              permission_level: 'CAN_USE',
                            }),
                            exactly({group_name: 'engineers', permission_level: 'CAN_USE'}),
                            exactly({user_name: 'a@example.com', permission_level: 'CAN_USE'}),
                          ],
                        }
                        """)
                .hasResource(
                        "azurerm_databricks_workspace",
                        "{depends_on: arrayWith(textLike('databricks_permissions.*'))}");
    }

    @Test
    void givesUnityCatalogZonesByTheConnectorAlone() {
        Zone zone = new DataLake(stack, "Lake", DataLakeProps.builder().build())
                .addZone("silver", ZoneProps.builder().build());
        StorageCredential credential = credential(workspace);
        new ExternalLocation(
                stack,
                "Location",
                ExternalLocationProps.builder()
                        .name("loans")
                        .credential(credential)
                        .zone(zone)
                        .folder("lc_loan")
                        .readOnly(true)
                        .build());
        assertThat(stack)
                .hasResource("databricks_storage_credential", """
                        {
                          azure_managed_identity: {
                            access_connector_id: textLike('${azurerm_databricks_access_connector.*.id}'),
                          },
                          azure_service_principal: absent,
                          isolation_mode: 'ISOLATION_MODE_ISOLATED',
                        }
                        """)
                .hasResource("databricks_external_location", """
                        {
                          url: textLike('abfss://silver@${azurerm_storage_account.*.primary_dfs_host}/lc_loan'),
                          credential_name: textLike('${databricks_storage_credential.*.name}'),
                          read_only: true,
                        }
                        """);
    }

    @Test
    void refusesJobsThatCannotRun() {
        refuses(List.of(), 0, null, "it needs at least one task");
        refuses(
                List.of(notebook("a", "b"), notebook("b", "a"), notebook("b", "x")),
                3,
                "0 5 * * *",
                "3 workers are not allowed: 0 to 2 by its policy;"
                        + " \"0 5 * * *\" is no Quartz expression: seconds, minutes, hours, day of month, month, day of week;"
                        + " task \"a\": depends on itself, through b;"
                        + " task \"b\": depends on itself, through a;"
                        + " task \"b\": the key is taken by another task;"
                        + " task \"b\": depends on \"x\", which is not in the job");
        refuses(
                List.of(notebook("a b")),
                0,
                null,
                "task \"a b\": the key is not allowed: 1 to 100 letters, digits, '_' and '-'");
    }

    @Test
    void refusesSchedulesThatQuartzAndDatabricksRefuse() {
        assertThatThrownBy(() -> new Job(
                        stack,
                        "Daily",
                        JobProps.builder()
                                .name("daily")
                                .policy(policy)
                                .tasks(List.of(notebook("a")))
                                .cron("0 0 5 * * *")
                                .timeZone("W. Europe Standard Time")
                                .build()))
                .hasMessage(
                        "job \"daily\": \"0 0 5 * * *\" is no Quartz expression: one of day of month and day of week is"
                                + " ?, the other is not; time zone \"W. Europe Standard Time\" is not allowed: an IANA name, such as"
                                + " UTC or Europe/Berlin (at test-stack/Daily)");
    }

    @Test
    void refusesASecondWorkspaceInAStack() {
        DatabricksWorkspace other = new DatabricksWorkspace(
                stack,
                "Other",
                DatabricksWorkspaceProps.builder().name("dbw-other").build());
        assertThatThrownBy(() -> credential(other))
                .hasMessage("a stack works in one Databricks workspace, and this one works in"
                        + " \"test-stack/Databricks\" already (at test-stack/Credential)");
    }

    @Test
    void refusesTheIdOfWhatIsNoAccessConnector() {
        assertThatThrownBy(() -> new StorageCredential(
                        stack,
                        "Credential",
                        StorageCredentialProps.builder()
                                .workspace(workspace)
                                .name("lakes")
                                .accessConnectorId(PlatformTeam.WORKSPACE)
                                .build()))
                .hasMessage("\"" + PlatformTeam.WORKSPACE + "\" is the id of a Microsoft.Databricks/workspaces,"
                        + " /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Databricks/accessConnectors/<name>"
                        + " is needed (at test-stack/Credential)");
    }

    @Test
    void refusesLimitsThatCannotBe() {
        assertThatThrownBy(() -> Compute.builder().nodeTypes(List.of()).build())
                .hasMessage("compute needs at least one node type, such as Standard_D4ds_v5");
        assertThatThrownBy(() -> Compute.builder().maxWorkers(-1).build())
                .hasMessage("number of workers of -1 is not allowed: 0 to 1000");
        assertThatThrownBy(() -> JobProps.builder()
                        .name("job")
                        .policy(policy)
                        .tasks(List.of())
                        .retries(101)
                        .build())
                .hasMessage("retries of 101 is not allowed: 0 to 100");
        for (Duration timeout : List.of(Duration.ofMinutes(-5), Duration.ofMillis(500), Duration.ofDays(100_000))) {
            assertThatThrownBy(() -> JobProps.builder()
                            .name("Report")
                            .tasks(List.of())
                            .timeout(timeout)
                            .build())
                    .hasMessage("timeout %s is not allowed: full seconds, 0 for none".formatted(timeout));
        }
    }

    private StorageCredential credential(DatabricksWorkspace credentialWorkspace) {
        return new StorageCredential(
                stack,
                "Credential",
                StorageCredentialProps.builder()
                        .workspace(credentialWorkspace)
                        .name("lakes")
                        .accessConnectorId(credentialWorkspace.connector().resourceId())
                        .build());
    }

    private static Task notebook(String key, String... before) {
        return new Task.Notebook(key, "/Shared/" + key, Map.of(), List.of(before));
    }

    private void refuses(List<Task> tasks, int workers, String cron, String message) {
        assertThatThrownBy(() -> new Job(
                        stack,
                        "Refused" + System.nanoTime(),
                        JobProps.builder()
                                .name("job")
                                .policy(policy)
                                .tasks(tasks)
                                .workers(workers)
                                .cron(cron)
                                .build()))
                .hasMessageStartingWith("job \"job\": " + message + " (at test-stack/Refused");
    }
}
