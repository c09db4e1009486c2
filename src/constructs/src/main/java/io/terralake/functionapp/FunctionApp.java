package io.terralake.functionapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.azurerm.service_plan.ServicePlan;
import com.hashicorp.cdktf.providers.azurerm.service_plan.ServicePlanConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiResource;
import io.terralake.core.AzapiResourceProps;
import io.terralake.core.AzapiUpdateResource;
import io.terralake.core.AzapiUpdateResourceProps;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.declarations.FunctionPackage;
import io.terralake.entra.IApplication;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Grant;
import io.terralake.identity.ManagedIdentity;
import io.terralake.identity.Principal;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.IApplicationInsights;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import io.terralake.storage.IQueue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Functions in Java 17 on Flex Consumption. The app has an identity and no keys: its storage, Application Insights and secrets know
 * it by that, callers show a token of Entra, and packages are published with one.
 */
public final class FunctionApp extends StackPart implements IFunctionApp, ManagedIdentity {
    private static final String API = "2024-04-01";
    private static final String HOST_NAME = "properties.defaultHostName";

    private static final NamingRule NAMING = NamingRule.of(
            "function app", "func", 2, 60, "[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]", "letters, digits and hyphens inside");

    /** An app has a plan of its own on Flex Consumption. */
    private static final NamingRule PLAN_NAMING =
            NamingRule.of("app service plan", "asp", 1, 60, "[A-Za-z0-9-]+", "letters, digits and hyphens");

    private final AzapiResource resource;
    private final String functionAppId;
    private final String name;
    private final String principalId;
    private final @Nullable CallerAuthentication authentication;
    private final @Nullable IApplication application;
    private final HostStorage storage;
    private final List<Grant> hostGrants;
    private final Map<String, String> settings = new TreeMap<>();

    /** @throws ConstructException when Azure would not accept a name */
    public FunctionApp(Construct scope, String id, FunctionAppProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(stack);
        this.name = stack.nameOf(this, NAMING, props.name(), props.purpose());
        ServicePlan plan = addPlan(props);
        this.storage = new HostStorage(this, "Storage", props);
        this.resource = new AzapiResource(
                this,
                "Resource",
                AzapiResourceProps.builder()
                        .type("Microsoft.Web/sites@" + API)
                        .name(name)
                        .parentId(place.resourceGroupId())
                        .location(place.location())
                        .tags(stack.tags())
                        .systemAssignedIdentity(true)
                        .body(new SiteBody(props, network).json(plan.getId(), storage))
                        .responseExportValues(List.of(HOST_NAME))
                        .build());
        this.functionAppId = resource.resourceId();
        this.principalId = resource.principalId();
        this.application = props.application();
        this.authentication = application == null
                ? null
                : new CallerAuthentication(this, "Authentication", application, functionAppId);
        this.hostGrants = storage.grantHost(this).toList();
        addPlatformSettings();
        Objects.requireNonNull(props.settings()).forEach(this::addSetting);
        stack.beforeSynth(this::writeSettings);
        forbidPasswords("ftp");
        forbidPasswords("scm");
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        network.connect(this, functionAppId, name, FunctionAppPrivateLink.SITES);
    }

    /**
     * An existing app.
     *
     * @throws ConstructException when the id is not that of an app
     */
    public static IFunctionApp fromFunctionAppId(Construct scope, String id, String functionAppId) {
        return new ImportedFunctionApp(scope, id, functionAppId);
    }

    /**
     * Adds an environment variable of the functions.
     *
     * @param name letters, digits and {@code _}, none of those that the platform sets or refuses
     * @throws ConstructException when the name is not allowed or taken
     */
    public void addSetting(String name, AppSetting setting) {
        try {
            AppSettingNames.check(name);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        String value = Contract.ask(this, setting, "value", () -> setting.value(this));
        if (settings.putIfAbsent(name, value) != null) {
            throw new ConstructException(this, "app setting \"%s\" is there twice".formatted(name));
        }
    }

    /**
     * Adds a queue that functions hand work to each other by, in the storage of their host: a trigger finds it by the connection
     * {@code AzureWebJobsStorage}. The app may read and write it.
     *
     * @param name 3 to 63 lower-case letters, digits and hyphens
     * @throws ConstructException when the name is not allowed
     */
    public IQueue addQueue(String name) {
        return storage.addQueue(name);
    }

    /**
     * Adds a container that functions keep their state in, in the storage of their host. The app may read and write it.
     *
     * @param name 3 to 63 lower-case letters, digits and hyphens
     * @param days how long a blob is kept after it was written
     * @return its name, as a token
     * @throws ConstructException when the name is not allowed
     */
    public String addContainer(String name, int days) {
        return storage.addContainer(name, days);
    }

    /**
     * Lets the deploy hook publish a package whenever its content is another than what was published last.
     *
     * @param file the package, a zip with {@code host.json} in its root, relative to the repository
     * @throws ConstructException when it is no such path
     */
    public void publish(String file) {
        if (!FunctionPackage.isFile(file)) {
            throw new ConstructException(
                    this, "package \"%s\" is not allowed: %s".formatted(file, FunctionPackage.FILE_FORM));
        }
        // Publishing stores the package by the identity of the app.
        PlatformStack.of(this)
                .afterDeployment()
                .add(new FunctionPackage(functionAppId, file), run -> hostGrants.forEach(one -> one.applyBefore(run)));
    }

    /**
     * Lets a program call the functions: gives it a role of the app's application, and lets it through to them.
     *
     * @param caller a managed identity or a service principal
     * @param role the role's value, such as {@code Cars.Generate}
     * @throws ConstructException when the app has no application, the application no such role, or the caller is no program
     */
    public Grant grantInvoke(Principal caller, String role) {
        if (application == null || authentication == null) {
            throw new ConstructException(this, "nobody can be let in: the app has no application");
        }
        authentication.allow(new CheckedPrincipal(this, caller));
        return application.grantRole(caller, role);
    }

    @Override
    public String functionAppId() {
        return functionAppId;
    }

    @Override
    public String resourceId() {
        return functionAppId;
    }

    @Override
    public String principalId() {
        return principalId;
    }

    @Override
    public String displayName() {
        return name;
    }

    @Override
    public String hostName() {
        return resource.output(HOST_NAME);
    }

    private ServicePlan addPlan(FunctionAppProps props) {
        PlatformStack stack = PlatformStack.of(this);
        Placement place = Placement.of(this);
        return new ServicePlan(
                this,
                "Plan",
                ServicePlanConfig.builder()
                        .name(stack.nameOf(this, PLAN_NAMING, null, props.purpose()))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .osType("Linux")
                        .skuName("FC1")
                        .tags(stack.tags())
                        .build());
    }

    private void addPlatformSettings() {
        settings.put("AzureWebJobsStorage__accountName", storage.accountName());
        settings.put("AzureWebJobsStorage__credential", "managedidentity");
        IApplicationInsights.of(this).ifPresent(insights -> {
            insights.grantPublish(this);
            settings.put("APPLICATIONINSIGHTS_CONNECTION_STRING", insights.connectionString());
            settings.put("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "Authorization=AAD");
        });
    }

    /** Some settings are granted to the identity of the resource, so that they are known after it was made. */
    private void writeSettings() {
        resource.addOverride(
                "body.properties.siteConfig.appSettings",
                settings.entrySet().stream()
                        .map(setting ->
                                Map.of("name", setting.getKey(), "value", TerraformText.literal(setting.getValue())))
                        .toList());
    }

    private void forbidPasswords(String endpoint) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties").put("allow", false);
        new AzapiUpdateResource(
                this,
                "Passwords-" + endpoint,
                AzapiUpdateResourceProps.builder()
                        .type("Microsoft.Web/sites/basicPublishingCredentialsPolicies@" + API)
                        .name(endpoint)
                        .parentId(functionAppId)
                        .body(body)
                        .build());
    }
}
