package io.terralake.core;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.resource_group.ResourceGroupConfig;
import io.terralake.azure.NamingRule;
import io.terralake.azure.Region;
import io.terralake.azure.TagRule;
import io.terralake.settings.Environment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A Terraform stack with what every construct of the library asks for: names, tags, resource group, and what the stack
 * shares, such as its network. Constructs find it with {@link #of}; nobody passes it on.
 */
public class PlatformStack extends TerraformStack {
    /** How resource groups are named. */
    public static final NamingRule RESOURCE_GROUP_NAMING = NamingRule.of(
            "resource group",
            "rg",
            1,
            90,
            "[A-Za-z0-9._()-]*[A-Za-z0-9_()-]",
            "letters, digits and '._()-', no dot at the end");

    private static final String METADATA = "//.terralake";

    private final Steps declarations = new Steps();
    private final Steps orders = new Steps();
    private final AfterDeployment afterDeployment = new AfterDeployment();
    private final PolicyExceptions policyExceptions = new PolicyExceptions();
    private final Moves moves = new Moves();
    private final Map<String, Object> children = new HashMap<>();
    private final Set<TerraformStack> before = new HashSet<>();
    private final String repository;
    private final Environment environment;
    private final Protection protection;
    private final Tagging tagging;
    private final ResourceGroup resourceGroup;
    private final Placement placement;
    private final Map<String, Placement> places = new TreeMap<>(Comparator.reverseOrder());
    private final Shared shared;

    /**
     * A stack with a resource group of its own. Its Terraform id is {@code <environment>-<name>}.
     *
     * @param name what the stack is called in every environment, such as {@code landing-zone}
     */
    public PlatformStack(Construct scope, String name, Environment environment) {
        this(scope, name, environment, null);
    }

    /**
     * A stack on a landing zone: it has the zone's resource group and what the zone shares.
     *
     * @param platform the landing zone's {@link #platform()}; null for a stack on its own
     */
    public PlatformStack(Construct scope, String name, Environment environment, @Nullable Platform platform) {
        super(scope, environment.name() + "-" + name);
        this.repository = Repository.of(scope);
        this.environment = environment;
        var settings = environment.settings();
        this.protection = new Protection(this, settings.protection());
        this.tagging = new Tagging(settings, environment.name(), name);
        tagging.check(this, TagRule.RESOURCE);
        Providers.configure(this, settings);
        StateBackend.configure(this, settings.backend());
        this.shared = platform == null ? new Shared() : platform.shared();
        this.resourceGroup = platform == null ? newResourceGroup() : platform.resourceGroup();
        this.placement = new Placement(settings.location(), resourceGroup);
    }

    /**
     * The stack that a construct is in.
     *
     * @throws ConstructException when that is a stack of another kind
     */
    public static PlatformStack of(Construct construct) {
        if (Tree.stackOf(construct) instanceof PlatformStack stack) {
            return stack;
        }
        throw new ConstructException(construct, "Terralake constructs need a PlatformStack above them");
    }

    /** Whether this stack is on the landing zone that another stack is, and so comes after it. */
    public final boolean standsOn(PlatformStack other) {
        return !equals(other) && Tree.stackOf(resourceGroup).equals(other);
    }

    /**
     * The way from where Terraform runs, {@code <output>/stacks/<stack>}, to the folder of {@code cdktf.json}, with a slash at
     * its end: {@code ../../../} for the output folder {@code cdktf.out}.
     */
    public final String repository() {
        return repository;
    }

    public final Environment environment() {
        return environment;
    }

    /** The tags of every resource in the stack, as Terraform is given them. */
    public final Map<String, String> tags() {
        return tagging.tags();
    }

    /**
     * The same for a resource that takes fewer tags than most.
     *
     * @throws ConstructException when it would not take them
     */
    public final Map<String, String> tagsOf(Construct construct, TagRule rule) {
        tagging.check(construct, rule);
        return tagging.tags();
    }

    /** The Azure region, such as {@code westeurope}. What can be in a {@link Place} asks {@link Placement#of}. */
    public final String location() {
        return placement.location();
    }

    public final ResourceGroup resourceGroup() {
        return resourceGroup;
    }

    /** The name of the resource group, as a token. */
    public final String resourceGroupName() {
        return placement.resourceGroupName();
    }

    /** How stateful resources are kept. */
    public final Protection protection() {
        return protection;
    }

    /** What the deploy hook has to do when the stack is deployed. */
    public final AfterDeployment afterDeployment() {
        return afterDeployment;
    }

    /**
     * Lets every construct of this stack, and of the stacks on its {@link #platform()}, find something, such as the network.
     *
     * @param type what it is found by, such as {@code Network.class}
     */
    public final <T> void share(Class<T> type, T value) {
        shared.put(type, value);
    }

    /** What this stack or the platform below it shares. */
    public final <T> Optional<T> find(Class<T> type) {
        return shared.find(type);
    }

    /**
     * What the stack has one of below itself, such as a provider: made when it is first asked for, unless there is one.
     *
     * @param id its id
     * @param type of what may be there already
     */
    public final <T> T child(String id, Class<T> type, Supplier<? extends T> make) {
        Object known = children.get(id);
        if (known == null) {
            known = getNode().tryFindChild(id) instanceof Construct other && type.isInstance(other)
                    ? other
                    : make.get();
            children.put(id, known);
        }
        return type.cast(known);
    }

    /** What data products share with this stack: its resource group and what it has shared by now. */
    public final Platform platform() {
        return new Platform(resourceGroup, shared);
    }

    /**
     * Does something when the stack is about to be synthesized and its constructs are all there, such as adding a resource
     * for what others declared.
     */
    public final void beforeSynth(Runnable step) {
        declarations.add(step);
    }

    /**
     * A name for a construct's resource.
     *
     * @param rule how resources of its type are named
     * @param explicit the name that the user gave; null to derive one
     * @param qualifiers what the resource is for, when a platform has several of its type
     * @throws ConstructException when Azure would not accept the name
     */
    public final String nameOf(Construct construct, NamingRule rule, @Nullable String explicit, String... qualifiers) {
        Region region = places.isEmpty()
                ? environment.settings().location()
                : placementOf(construct).region();
        return nameOf(region, construct, rule, explicit, qualifiers);
    }

    final String nameOf(
            Region region, Construct construct, NamingRule rule, @Nullable String explicit, String... qualifiers) {
        var settings = environment.settings();
        try {
            return explicit == null
                    ? new Naming(settings.workload(), environment.name(), region, settings.instance())
                            .name(rule, qualifiers)
                    : rule.check(explicit);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(construct, String.valueOf(e.getMessage()));
        }
    }

    /** Does what is left to do; CDKTF calls this when it synthesizes the app. */
    @Override
    public void prepareStack() {
        Contract.at(this, () -> {
            declarations.run();
            afterDeployment.declare(this);
            orders.run();
        });
        moves.declare(this);
        recordMetadata();
        super.prepareStack();
    }

    /** Does something after everything was declared: a resource that waits for others waits with all that was added to it. */
    final void order(Runnable step) {
        orders.add(step);
    }

    /** Makes another stack come first. */
    final void comeAfter(TerraformStack other) {
        if (before.add(other)) {
            addDependency(other);
        }
    }

    /** Lets Terraform move the state of a resource from one address to another. */
    final void move(String from, String to) {
        moves.add(from, to);
    }

    /** Says where what is made below a construct stands. */
    final void put(Construct construct, Placement here) {
        places.put(Tree.pathOf(construct) + "/", here);
    }

    /** That of the nearest place above a construct, else the stack's own. */
    final Placement placementOf(Construct construct) {
        if (places.isEmpty()) {
            return placement;
        }
        String path = Tree.pathOf(construct) + "/";
        return places.entrySet().stream()
                .filter(place -> path.startsWith(place.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(placement);
    }

    final PolicyExceptions policyExceptions() {
        return policyExceptions;
    }

    /** Writes down, outside of what Terraform reads, what checks of the synthesized stack need to know. */
    private void recordMetadata() {
        addOverride(
                METADATA,
                Map.of(
                        "network",
                        environment.settings().network().mode().name().toLowerCase(Locale.ROOT),
                        "stateful",
                        protection.asMetadata(),
                        "exceptions",
                        policyExceptions.asMetadata()));
    }

    private ResourceGroup newResourceGroup() {
        ResourceGroup group = new ResourceGroup(
                this,
                "ResourceGroup",
                ResourceGroupConfig.builder()
                        .name(nameOf(this, RESOURCE_GROUP_NAMING, null))
                        .location(environment.settings().location().azureName())
                        .tags(tags())
                        .build());
        protection.retain(group, null);
        return group;
    }
}
