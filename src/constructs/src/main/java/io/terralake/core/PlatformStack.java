package io.terralake.core;

import com.hashicorp.cdktf.IAspect;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogSink;
import io.terralake.network.Network;
import io.terralake.network.PublicNetwork;
import io.terralake.settings.Environment;
import io.terralake.settings.NetworkMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A Terraform stack with what every construct of the library asks for: names, tags, resource group, network, logs.
 * Constructs find it with {@link #of}; nobody passes it on.
 */
public class PlatformStack extends TerraformStack {
    /** The way from where Terraform runs, {@code cdktf.out/stacks/<stack>}, to the folder of {@code cdktf.json}. */
    public static final String REPOSITORY = "../../../";

    private final Visits visits = new Visits();
    private final AfterDeployment afterDeployment = new AfterDeployment();
    private final Environment environment;
    private final Naming naming;
    private final Protection protection;
    private final Map<String, String> tags;
    private final ResourceGroup resourceGroup;
    private final String resourceGroupName;
    private @Nullable Network network;
    private @Nullable LogSink logSink;

    /**
     * A stack with a resource group of its own. Its Terraform id is {@code <environment>-<name>}.
     *
     * @param name what the stack is called in every environment, such as {@code landing-zone}
     */
    public PlatformStack(Construct scope, String name, Environment environment) {
        this(scope, name, environment, null);
    }

    /**
     * A stack on a landing zone: it shares the zone's resource group, network and logs.
     *
     * @param platform the landing zone's {@link #platform()}; null for a stack on its own
     */
    public PlatformStack(Construct scope, String name, Environment environment, @Nullable Platform platform) {
        super(scope, environment.name() + "-" + name);
        this.environment = environment;
        var settings = environment.settings();
        this.naming = new Naming(settings.workload(), environment.name(), settings.location(), settings.instance());
        this.protection = new Protection(settings.protection());
        this.tags = Tagging.tags(settings, environment.name(), name);
        Providers.configure(this, settings);
        StateBackend.configure(this, settings.backend());
        visits.add(this, new Diagnostics());
        if (platform == null) {
            this.resourceGroup = newResourceGroup();
        } else {
            this.resourceGroup = platform.resourceGroup();
            this.network = platform.network();
            this.logSink = platform.logSink();
        }
        this.resourceGroupName = resourceGroup.getName();
    }

    /**
     * The stack that a construct is in.
     *
     * @throws ConstructException when that is a stack of another kind
     */
    public static PlatformStack of(Construct construct) {
        // Most constructs stand directly in their stack: then CDKTF need not be asked.
        Construct found = construct instanceof PlatformStack ? construct : TerraformStack.of(construct);
        if (found instanceof PlatformStack stack) {
            return stack;
        }
        throw new ConstructException(construct, "Terralake constructs need a PlatformStack above them");
    }

    public final Environment environment() {
        return environment;
    }

    /** The tags of every resource in the stack. */
    public final Map<String, String> tags() {
        return tags;
    }

    /** The Azure region, such as {@code westeurope}. */
    public final String location() {
        return environment.settings().location().azureName();
    }

    public final ResourceGroup resourceGroup() {
        return resourceGroup;
    }

    /** The name of the resource group, as a token. Kept, because each question to a CDKTF object costs half a millisecond. */
    public final String resourceGroupName() {
        return resourceGroupName;
    }

    /** How stateful resources are kept. */
    public final Protection protection() {
        return protection;
    }

    /** What the deploy hook has to do when the stack is deployed. */
    public final AfterDeployment afterDeployment() {
        return afterDeployment;
    }

    /** Where diagnostic logs go; empty as long as nobody said. */
    public final Optional<LogSink> logSink() {
        return Optional.ofNullable(logSink);
    }

    /** Sends the diagnostic logs of every resource in the stack to a sink. */
    public final void sendLogsTo(LogSink sink) {
        this.logSink = sink;
    }

    /**
     * How services are reached: the network given to the stack, else the environment's allow-list.
     *
     * @throws ConstructException when the environment is private and the stack has no network yet
     */
    public final Network network() {
        Network current = network;
        if (current == null) {
            if (environment.settings().network().mode() == NetworkMode.PRIVATE) {
                throw new ConstructException(
                        this, "the environment's network mode is \"private\": give the stack a PrivateNetwork first");
            }
            current = new PublicNetwork(environment.settings().network().allowedIpRanges(), null);
            network = current;
        }
        return current;
    }

    /** Sets the network that the stack's services are reached by. */
    public final void useNetwork(Network value) {
        this.network = value;
    }

    /** What data products share with this stack. */
    public final Platform platform() {
        return new Platform(
                resourceGroup,
                network(),
                logSink()
                        .orElseThrow(
                                () -> new ConstructException(this, "a platform needs a log sink: call sendLogsTo")));
    }

    /**
     * A name for a construct's resource.
     *
     * @param explicit the name that the user gave; null to derive one
     * @param qualifiers what the resource is for, when a platform has several of its type
     * @throws ConstructException when Azure would not accept the name
     */
    public final String nameOf(
            Construct construct, AzureResource type, @Nullable String explicit, String... qualifiers) {
        try {
            return explicit == null ? naming.name(type, qualifiers) : type.check(explicit);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(construct, String.valueOf(e.getMessage()));
        }
    }

    /** Applies the library's aspects; CDKTF calls this when it synthesizes the app. */
    @Override
    public void prepareStack() {
        visits.run();
        afterDeployment.declare(this);
        super.prepareStack();
    }

    /** Lets an aspect see every construct below a root before the stack is synthesized. */
    final void visit(Construct root, IAspect aspect) {
        visits.add(root, aspect);
    }

    private ResourceGroup newResourceGroup() {
        ResourceGroup group = new ResourceGroup(
                this,
                "ResourceGroup",
                ResourceGroupConfig.builder()
                        .name(nameOf(this, AzureResource.RESOURCE_GROUP, null))
                        .location(location())
                        .tags(tags)
                        .build());
        protection.retain(group, null);
        return group;
    }
}
