package io.terralake.core;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import io.terralake.deployment.Database;
import io.terralake.deployment.DatasetRegistration;
import io.terralake.deployment.Deployment;
import io.terralake.settings.DeployHookMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a stack asks the deploy hook to do: the Terraform output {@code deploy_hook}. */
public final class AfterDeployment {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Supplier<Database>> databases = new ArrayList<>();
    private final List<DatasetRegistration> registrations = new ArrayList<>();

    AfterDeployment() {}

    /** Adds a database; it is asked for its users when everything has been granted. */
    public void add(Supplier<Database> database) {
        databases.add(database);
    }

    /** Adds datasets to register. */
    public void add(DatasetRegistration registration) {
        registrations.add(registration);
    }

    void declare(PlatformStack stack) {
        if ((databases.isEmpty() && registrations.isEmpty())
                || stack.getNode().tryFindChild(Deployment.OUTPUT) != null) {
            return;
        }
        Deployment deployment = new Deployment(
                Deployment.VERSION, databases.stream().map(Supplier::get).toList(), registrations);
        new TerraformOutput(
                stack,
                Deployment.OUTPUT,
                TerraformOutputConfig.builder()
                        .description("What the deploy hook has to do; nothing in it is secret")
                        .value(JSON.convertValue(deployment, new TypeReference<Map<String, Object>>() {}))
                        .build());
        if (stack.environment().settings().deployHook() == DeployHookMode.IN_DEPLOY) {
            new DeployHook(stack, deployment, JSON.valueToTree(deployment).toString());
        }
    }
}
