package io.terralake.examples;

import io.terralake.entra.AppRole;
import io.terralake.entra.Application;
import io.terralake.entra.ApplicationProps;
import io.terralake.functionapp.AppSetting;
import io.terralake.functionapp.FunctionApp;
import io.terralake.functionapp.FunctionAppProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.keyvault.IKeyVault;
import io.terralake.logic.Expression;
import io.terralake.logic.HttpAction;
import io.terralake.logic.Recurrence;
import io.terralake.logic.Workflow;
import io.terralake.logic.WorkflowProps;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** A function that a workflow calls every five minutes, and nobody else can. */
final class FunctionExample extends Construct {
    private static final AppRole GENERATE = AppRole.ofPrograms("Cars.Generate", "Generates cars");

    FunctionExample(Construct scope, String id, IFunctionSubnet subnet, IKeyVault vault) {
        super(scope, id);
        Application application = new Application(
                this,
                "Application",
                ApplicationProps.builder()
                        .purpose("cars")
                        .roles(List.of(GENERATE))
                        .build());
        FunctionApp functions = new FunctionApp(
                this,
                "Functions",
                FunctionAppProps.builder()
                        .purpose("cars")
                        .subnet(subnet)
                        .application(application)
                        .callerServiceTags(List.of("LogicApps.WestEurope"))
                        .settings(Map.of(
                                "CARS_PER_CALL", AppSetting.of("10"),
                                "PARTNER_KEY", AppSetting.secret(vault, "partner-key")))
                        .build());
        functions.publish("src/functions/used-cars/target/used-cars.zip");

        HttpAction call = HttpAction.builder()
                .name("Generate")
                .method(HttpAction.Method.POST)
                .uri(Expression.text("https://", functions.hostName(), "/api/cars"))
                .audience(Expression.text(application.identifierUri()))
                .build();
        Workflow workflow = new Workflow(
                this,
                "Workflow",
                WorkflowProps.builder()
                        .purpose("generate")
                        .trigger(Recurrence.everyMinutes(5))
                        .actions(List.of(call))
                        .build());
        functions.grantInvoke(workflow, GENERATE.value());
    }
}
