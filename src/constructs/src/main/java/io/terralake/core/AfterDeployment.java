package io.terralake.core;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import io.terralake.declarations.Database;
import io.terralake.declarations.DatasetRegistration;
import io.terralake.declarations.FunctionPackage;
import io.terralake.declarations.HookDeclaration;
import io.terralake.declarations.PrivateEndpointApproval;
import io.terralake.settings.DeployHookMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.constructs.Construct;

/** What a stack asks the deploy hook to do: the Terraform output {@code deploy_hook}. */
public final class AfterDeployment {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Supplier<Database>> databases = new ArrayList<>();
    private final List<DatasetRegistration> registrations = new ArrayList<>();
    private final List<PrivateEndpointApproval> approvals = new ArrayList<>();
    private final List<FunctionPackage> packages = new ArrayList<>();
    private final List<Consumer<Construct>> orders = new ArrayList<>();

    AfterDeployment() {}

    /** Adds a database; it is asked for its users when everything has been granted. */
    public void add(Supplier<Database> database) {
        databases.add(database);
    }

    /** Adds datasets to register. */
    public void add(DatasetRegistration registration) {
        registrations.add(registration);
    }

    /** Adds a managed private endpoint to approve. */
    public void add(PrivateEndpointApproval approval) {
        approvals.add(approval);
    }

    /**
     * Adds a package of functions to publish.
     *
     * @param before called with what runs the hook inside Terraform, when that is how it runs: makes it wait for what publishing needs
     */
    public void add(FunctionPackage functionPackage, Consumer<Construct> before) {
        packages.add(functionPackage);
        orders.add(before);
    }

    void declare(PlatformStack stack) {
        if ((databases.isEmpty() && registrations.isEmpty() && approvals.isEmpty() && packages.isEmpty())
                || stack.getNode().tryFindChild(HookDeclaration.OUTPUT) != null) {
            return;
        }
        HookDeclaration declaration = new HookDeclaration(
                HookDeclaration.VERSION,
                Tree.idOf(stack),
                databases.stream()
                        .map(database -> Contract.<Database>ask(database, "get", database))
                        .toList(),
                registrations,
                approvals,
                packages);
        new TerraformOutput(
                stack,
                HookDeclaration.OUTPUT,
                TerraformOutputConfig.builder()
                        .description("What the deploy hook has to do; nothing in it is secret")
                        .value(JsonBody.of(JSON.valueToTree(declaration)))
                        .build());
        if (stack.environment().settings().deployHook() == DeployHookMode.IN_DEPLOY) {
            HookProvisioner run = new HookProvisioner(
                    stack, declaration, JSON.valueToTree(declaration).toString());
            orders.forEach(order -> order.accept(run));
        }
    }
}
