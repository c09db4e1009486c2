package io.terralake.core;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.Match;
import io.terralake.declarations.DatasetRegistration;
import io.terralake.settings.DeployHookMode;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.sql.SqlServer;
import io.terralake.sql.SqlServerProps;
import io.terralake.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookProvisionerTests {

    @Test
    void runsInTheDeploymentWhenTheEnvironmentAsksForIt() {
        PlatformStack stack = Stacks.stack(
                EnvironmentSettingsBuilder.from(Stacks.settings()).withDeployHook(DeployHookMode.IN_DEPLOY));
        database(stack);
        stack.afterDeployment().add(new DatasetRegistration(List.of("/workspaces/one"), "stacks/ml/request.json"));
        assertThat(stack).hasResource("terraform_data", """
                {
                  triggers_replace: {
                    'stacks/loans/sql': '${sha256(join("", [for script in sort(fileset("../../../stacks/loans/sql", "*.sql")) : \
                filesha256("../../../stacks/loans/sql/${script}")]))}',
                    'stacks/ml/request.json': '${filesha256("../../../stacks/ml/request.json")}',
                  },
                  provisioner: [{'local-exec': {
                    command: 'java -jar src/deploy-hook/target/deploy-hook.jar',
                    working_dir: '../../../',
                    environment: {TERRALAKE_DEPLOYMENT: serializedJson({
                      version: 1,
                      registrations: [{request: 'stacks/ml/request.json'}],
                    })},
                  }}],
                }
                """);
    }

    @Test
    void runsAfterwardsOtherwise() {
        PlatformStack stack = Stacks.publicStack();
        database(stack);
        assertThat(stack).hasResourceCount("terraform_data", 0).hasOutput("deploy_hook", Match.json("{version: 1}"));
    }

    private static void database(PlatformStack stack) {
        new SqlDatabase(
                stack,
                "Database",
                SqlDatabaseProps.builder()
                        .server(new SqlServer(
                                stack, "Server", SqlServerProps.builder().build()))
                        .name("loans")
                        .migrations("stacks/loans/sql")
                        .build());
    }
}
