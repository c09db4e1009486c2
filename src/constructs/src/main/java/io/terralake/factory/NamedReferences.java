package io.terralake.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformResource;
import io.terralake.core.ConstructException;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.Tree;
import io.terralake.factory.json.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.constructs.Construct;

/**
 * What JSON names by its name: looked up in its factory when everything is there, so that Terraform makes it before, and destroys
 * it after, what names it.
 */
public final class NamedReferences {
    private record Waiting(
            Construct artifact,
            IDataFactory factory,
            TerraformResource resource,
            List<Reference> names,
            Set<String> before) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<Construct, Optional<String>> addresses = new HashMap<>();
    private final PlatformStack stack;

    private NamedReferences(PlatformStack stack) {
        this.stack = stack;
        stack.beforeSynth(this::resolve);
    }

    /**
     * Lets a resource wait for what its JSON names.
     *
     * @param artifact what the resource is of; errors end with its path
     */
    public static void wait(Construct artifact, IDataFactory factory, TerraformResource resource, JsonNode json) {
        List<Reference> names = Reference.in(json).stream()
                .filter(reference -> reference
                        .kind()
                        .artifact()
                        .filter(kind -> !isBuiltIn(kind, reference.name()))
                        .isPresent())
                .toList();
        if (!names.isEmpty()) {
            PlatformStack stack = PlatformStack.of(artifact);
            stack.child("NamedReferences", NamedReferences.class, () -> new NamedReferences(stack))
                    .add(new Waiting(artifact, factory, resource, names, new LinkedHashSet<>()));
        }
    }

    /** What is there already is not asked for at the end: jsii answers a few thousand questions there, and no more. */
    private void add(Waiting one) {
        List<Reference> later = one.names().stream()
                .filter(reference -> !isResolved(one, reference))
                .toList();
        order(one);
        if (!later.isEmpty()) {
            waiting.add(new Waiting(one.artifact(), one.factory(), one.resource(), later, one.before()));
        }
    }

    /** @throws ConstructException with everything that a factory of ours does not have */
    private void resolve() {
        List<String> missing = new ArrayList<>();
        for (Waiting one : waiting) {
            for (Reference reference : one.names()) {
                if (!isResolved(one, reference) && one.factory() instanceof DataFactory) {
                    missing.add("%s names the %s \"%s\" at %s, which the factory does not have"
                            .formatted(
                                    Tree.pathOf(one.artifact()),
                                    kind(reference).label(),
                                    reference.name(),
                                    reference.pointer()));
                }
            }
            order(one);
        }
        if (!missing.isEmpty()) {
            throw new ConstructException(stack, String.join("; ", missing));
        }
    }

    private static void order(Waiting one) {
        if (!one.before().isEmpty()) {
            one.resource().setDependsOn(List.copyOf(one.before()));
        }
    }

    private boolean isResolved(Waiting one, Reference reference) {
        Optional<Construct> owner =
                ArtifactName.owner(one.artifact(), one.factory(), kind(reference), reference.name());
        owner.ifPresent(other -> {
            if (PlatformStack.of(other).equals(stack)) {
                addresses.computeIfAbsent(other, NamedReferences::address).ifPresent(one.before()::add);
            } else {
                DependsOn.add(one.artifact(), other, List.of());
            }
        });
        return owner.isPresent()
                || NamedArtifacts.find(one.artifact(), one.factory(), kind(reference), reference.name())
                        .isPresent();
    }

    private static ArtifactKind kind(Reference reference) {
        return reference.kind().artifact().orElseThrow();
    }

    /** Whether every factory has it. */
    public static boolean isBuiltIn(ArtifactKind kind, String name) {
        return kind == ArtifactKind.INTEGRATION_RUNTIME && name.equalsIgnoreCase(DataFactory.DEFAULT_RUNTIME);
    }

    private static Optional<String> address(Construct owner) {
        Object resource =
                owner instanceof TerraformResource ? owner : owner.getNode().tryFindChild("Resource");
        return resource instanceof TerraformResource found
                ? Optional.of(found.getTerraformResourceType() + "." + found.getFriendlyUniqueId())
                : Optional.empty();
    }
}
