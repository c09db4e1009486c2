package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalog of an environment, what is in it, and who may read it. */
class UnityCatalogTests {
    private static final String JOB = "22222222-3333-4444-5555-666666666666";

    @TempDir
    Path environments;

    @TempDir
    Path outdir;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void everyEnvironmentHasACatalogThatOnlyItsWorkspaceSees(String environment) {
        assertThat(stack(environment, "unity-catalog"))
                .hasResource("databricks_catalog", """
                        {
                          name: 'tlake_%s',
                          storage_root: textLike('${databricks_external_location.Root_*.url}'),
                          isolation_mode: 'ISOLATED',
                        }
                        """.formatted(environment))
                .hasResource(
                        "databricks_external_location", "{url: textLike('abfss://gold@**/catalog'), read_only: false}")
                .hasResourceCount("databricks_grant", environment.equals("prod") ? 1 : 0)
                .hasNoAnnotations();
    }

    /** A serverless warehouse would not get through the lake's firewall. */
    @Test
    void tablesAreMadeInTheNetworkOfTheWorkspace() {
        assertThat(stack("prod", "unity-catalog"))
                .hasResourceCount("databricks_sql_endpoint", 0)
                .hasResource(
                        "databricks_cluster",
                        "{num_workers: 1, autotermination_minutes: 10, custom_tags: {stack: 'unity-catalog'}}");
        assertThat(stack("prod", "loan-versions"))
                .hasResource("databricks_sql_table", "{cluster_id: textLike('${data.terraform_remote_state.**}')}");
    }

    @Test
    void whatIsRetainedIsNotDestroyedAndWhatIsNotGoesWithAllThatIsInIt() {
        for (String stack : new String[] {"unity-catalog", "loan-versions"}) {
            String type = stack.equals("unity-catalog") ? "databricks_catalog" : "databricks_schema";
            assertThat(stack("prod", stack))
                    .hasResource(type, "{lifecycle: {prevent_destroy: true}, force_destroy: absent}");
            assertThat(stack("dev", stack)).hasResource(type, "{lifecycle: absent, force_destroy: true}");
        }
    }

    @Test
    void loansAreATableOverTheFolderThatThePipelineWrites() {
        assertThat(stack("dev", "loan-versions"))
                .hasResource("databricks_schema", "{name: 'loan_versions'}")
                .hasResource(
                        "databricks_external_location",
                        "{url: textLike('abfss://silver@**/lc_loan'), read_only: false}")
                .hasResource("databricks_sql_table", """
                        {
                          name: 'lc_loan',
                          table_type: 'EXTERNAL',
                          data_source_format: 'DELTA',
                          storage_location: textLike('${databricks_external_location.VersionsReport_Table_*.url}'),
                          properties: {'delta.enableDeletionVectors': 'false'},
                          column: [
                            {name: 'id', type: 'int'},
                            {name: 'loan_amnt', type: 'double'},
                            {name: 'annual_inc', type: 'double'},
                            {name: 'dti', type: 'double'},
                            {name: 'delinq_2yrs', type: 'double'},
                            {name: 'total_acc', type: 'double'},
                            {name: 'total_pymnt', type: 'double'},
                            {name: 'issue_d', type: 'date'},
                            {name: 'earliest_cr_line', type: 'date'},
                            {name: 'loan_status', type: 'string'},
                          ],
                        }
                        """)
                .hasResource("databricks_volume", """
                        {
                          name: 'reports',
                          volume_type: 'EXTERNAL',
                          storage_location: textLike('${databricks_external_location.VersionsReport_*.url}'),
                        }
                        """)
                .hasResource("databricks_notebook", """
                        {
                          path: '/Shared/tlake-dev/read_a_loan_version',
                          language: 'PYTHON',
                          content_base64: textLike('${base64encode(replace(file("../../../stacks/loan-versions/notebooks/read_a_loan_version.py"), "{{table}}", "${databricks_sql_table.Table_*.id}"))}'),
                        }
                        """);
    }

    @Test
    void groupsOfTheSettingsReadOneProduct() {
        assertThat(stack("prod", "unity-catalog"))
                .hasResource("databricks_grant", "{principal: 'loan-analysts', privileges: ['USE_CATALOG']}");
        assertThat(stack("prod", "loan-versions")).hasResource("databricks_grant", """
                        {
                          schema: textLike('${databricks_schema.Schema_*.id}'),
                          principal: 'loan-analysts',
                          privileges: ['READ_VOLUME', 'SELECT', 'USE_SCHEMA'],
                        }
                        """);
    }

    /** Dev names nobody: what nobody was granted nobody has. */
    @Test
    void groupsOfTheSettingsReadAllOrNobodyDoes() throws IOException {
        assertThat(stack("dev", "loan-versions")).hasResourceCount("databricks_grant", 0);
        assertThat(with("\"unityCatalog\": {\"readers\": [\"stewards\"]}", "unity-catalog"))
                .hasResourceCount("databricks_grant", 1)
                .hasResource("databricks_grant", """
                        {principal: 'stewards', privileges: ['READ_VOLUME', 'SELECT', 'USE_CATALOG', 'USE_SCHEMA']}
                        """);
    }

    /** It reads the table, writes the report, makes its cluster, and does nothing else. */
    @Test
    void theJobRunsAsAServicePrincipalOfTheSettings() throws IOException {
        String runAs = "\"loanVersions\": {\"runAs\": \"%s\"}".formatted(JOB);
        assertThat(with(runAs, "loan-versions"))
                .hasResource("databricks_job", "{run_as: {service_principal_name: '%s'}}".formatted(JOB))
                .hasResource("databricks_permissions", """
                        {
                          cluster_policy_id: textLike('${databricks_cluster_policy.*.id}'),
                          access_control: [{service_principal_name: '%s', permission_level: 'CAN_USE'}],
                        }
                        """.formatted(JOB))
                .hasResourceCount("databricks_grant", 2)
                .hasResource("databricks_grant", """
                        {schema: textLike('**'), principal: '%s', privileges: ['READ_VOLUME', 'SELECT', 'USE_SCHEMA']}
                        """.formatted(JOB))
                .hasResource("databricks_grant", """
                        {
                          volume: textLike('${databricks_volume.Reports_*.id}'),
                          principal: '%s',
                          privileges: ['READ_VOLUME', 'WRITE_VOLUME'],
                        }
                        """.formatted(JOB));
        assertThat(stack("dev", "loan-versions"))
                .hasResource("databricks_job", "{run_as: absent}")
                .hasResourceCount("databricks_permissions", 0);
    }

    /** Two platforms of one name share a metastore, not a catalog. */
    @Test
    void anInstanceHasACatalogOfItsOwn() throws IOException {
        assertThat(with("\"instance\": \"b\"", "unity-catalog"))
                .hasResource("databricks_catalog", "{name: 'tlake_own_b'}")
                .hasResource("databricks_storage_credential", "{name: 'tlake-own-b-catalog'}");
    }

    private static SynthesizedStack stack(String environment, String stack) {
        return Platform.app().stack(environment + "-" + stack);
    }

    /** A stack of dev with a setting more. */
    private SynthesizedStack with(String setting, String stack) throws IOException {
        String dev = Files.readString(Path.of("environments", "dev.json"));
        Files.writeString(environments.resolve("own.json"), dev.replaceFirst("\\{", "{" + setting + ","));
        PlatformApp.synth(new Main(environments), outdir);
        return SynthesizedApp.read(outdir).stack("own-" + stack);
    }
}
