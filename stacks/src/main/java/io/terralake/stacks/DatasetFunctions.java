package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.entra.AppRole;
import io.terralake.entra.Application;
import io.terralake.entra.ApplicationProps;
import io.terralake.factory.DataFactory;
import io.terralake.functionapp.AppSetting;
import io.terralake.functionapp.FunctionApp;
import io.terralake.functionapp.FunctionAppPrivateLink;
import io.terralake.functionapp.FunctionAppProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.identity.Principal;
import io.terralake.machinelearning.MachineLearningWorkspace;
import io.terralake.network.Network;
import io.terralake.storage.IDataLake;
import io.terralake.storage.IQueue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.constructs.Construct;

/** The function that registers datasets for those who are let in, in the workspaces of the stack and over the lake only. */
final class DatasetFunctions extends StackPart {
    private static final String REGISTER = "Datasets.Register";

    private final Application application;
    /** Where the function puts what it does later, and what came of it. */
    private static final String LATER = "registrations";

    /** Long enough for somebody who asks after a weekend. */
    private static final int RESULT_DAYS = 7;

    private final FunctionApp app;
    private final IQueue poison;

    /**
     * @param subnet where the function sends from
     * @param lake the only storage that datastores may name
     */
    DatasetFunctions(
            Construct scope,
            String id,
            IFunctionSubnet subnet,
            List<MachineLearningWorkspace> workspaces,
            IDataLake lake) {
        super(scope, id);
        this.application = new Application(
                this,
                "Application",
                ApplicationProps.builder()
                        .purpose("ml-workspaces")
                        .roles(List.of(AppRole.ofPrograms(REGISTER, "Registers datasets in Azure ML")))
                        .build());
        this.app = new FunctionApp(
                this,
                "App",
                FunctionAppProps.builder()
                        .purpose("mldata")
                        .subnet(subnet)
                        .application(application)
                        .maximumInstances(40)
                        .settings(settings(workspaces, lake))
                        .build());
        workspaces.forEach(workspace -> workspace.grantRegister(app));
        app.addContainer(LATER, RESULT_DAYS);
        app.addQueue(LATER);
        this.poison = app.addQueue(LATER + "-poison");
        app.publish("src/functions/ml-workspaces/target/ml-workspaces.zip");
    }

    /** Requests that could not be carried out, with the reason. */
    IQueue poison() {
        return poison;
    }

    /** Where a request goes to. */
    String url() {
        return "https://%s/send_data".formatted(app.hostName());
    }

    /** Whom a caller's token is for. */
    String audience() {
        return application.clientId();
    }

    /** Lets a program register datasets. */
    void letRegister(Principal program) {
        app.grantInvoke(program, REGISTER);
    }

    /** Lets a factory register datasets; in a private network it comes by an endpoint of its own. */
    void letRegister(DataFactory factory) {
        app.grantInvoke(factory, REGISTER);
        if (!Network.of(this).publicAccess()) {
            factory.connectTo(this, "datasets", app.functionAppId(), FunctionAppPrivateLink.SITES);
        }
    }

    private static Map<String, AppSetting> settings(List<MachineLearningWorkspace> workspaces, IDataLake lake) {
        return Map.of(
                "REGISTRATION_WORKSPACES",
                AppSetting.of(workspaces.stream()
                        .map(MachineLearningWorkspace::workspaceId)
                        .collect(Collectors.joining(","))),
                "REGISTRATION_STORAGE_ACCOUNTS",
                AppSetting.of(lake.accountName()));
    }
}
