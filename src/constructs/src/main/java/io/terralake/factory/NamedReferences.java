package io.terralake.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformResource;
import io.terralake.core.ConstructException;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
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
            Construct artifact, IDataFactory factory, TerraformResource resource, List<Reference> names) {}

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
        List<Reference> names = Reference.in(json);
        if (!names.isEmpty()) {
            PlatformStack stack = PlatformStack.of(artifact);
            stack.child("NamedReferences", NamedReferences.class, () -> new NamedReferences(stack))
                    .waiting
                    .add(new Waiting(artifact, factory, resource, names));
        }
    }

    /** @throws ConstructException with everything that a factory of ours does not have */
    private void resolve() {
        List<String> missing = new ArrayList<>();
        for (Waiting one : waiting) {
            Set<String> before = new LinkedHashSet<>();
            for (Reference reference : one.names()) {
                reference.kind().artifact().ifPresent(kind -> resolve(one, kind, reference, before, missing));
            }
            if (!before.isEmpty()) {
                one.resource().setDependsOn(List.copyOf(before));
            }
        }
        if (!missing.isEmpty()) {
            throw new ConstructException(stack, String.join("; ", missing));
        }
    }

    private void resolve(
            Waiting one, ArtifactKind kind, Reference reference, Set<String> before, List<String> missing) {
        Optional<Construct> owner = ArtifactName.owner(one.artifact(), one.factory(), kind, reference.name());
        if (owner.isPresent()) {
            if (PlatformStack.of(owner.get()).equals(stack)) {
                addresses.computeIfAbsent(owner.get(), NamedReferences::address).ifPresent(before::add);
            } else {
                DependsOn.add(one.artifact(), owner.get(), List.of());
            }
        } else if (one.factory() instanceof DataFactory && !isBuiltIn(kind, reference.name())) {
            missing.add("%s names a %s \"%s\" at %s, which the factory does not have"
                    .formatted(
                            one.artifact().getNode().getPath(), kind.label(), reference.name(), reference.pointer()));
        }
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
