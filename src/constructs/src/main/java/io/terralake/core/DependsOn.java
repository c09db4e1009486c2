package io.terralake.core;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformStack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Makes every resource of a construct, those added later included, wait for other resources. CDKTF does not turn
 * {@code node.addDependency} into {@code depends_on}.
 */
public final class DependsOn {
    private DependsOn() {}

    /**
     * Orders creation; across stacks, it orders the stacks.
     *
     * @param dependant what waits
     * @param prerequisites what it waits for
     */
    public static void add(Construct dependant, List<TerraformResource> prerequisites) {
        PlatformStack stack = PlatformStack.of(dependant);
        List<TerraformResource> here = prerequisites.stream()
                .filter(prerequisite -> isIn(stack, Tree.stackOf(prerequisite)))
                .toList();
        if (!here.isEmpty()) {
            stack.order(() -> wait(dependant, here));
        }
    }

    /**
     * Orders creation, of what is made after resources of one construct.
     *
     * @param dependant what waits
     * @param of what the resources are of
     * @param prerequisites what it waits for
     */
    public static void add(Construct dependant, Construct of, List<TerraformResource> prerequisites) {
        PlatformStack stack = PlatformStack.of(dependant);
        if (isIn(stack, Tree.stackOf(of))) {
            stack.order(() -> wait(dependant, prerequisites));
        }
    }

    /** Whether that is the stack; one that comes before it if it is not. */
    private static boolean isIn(PlatformStack stack, TerraformStack other) {
        if (!other.equals(stack)) {
            stack.comeAfter(other);
        }
        return other.equals(stack);
    }

    private static void wait(Construct dependant, List<TerraformResource> prerequisites) {
        List<String> addresses = prerequisites.stream().map(DependsOn::address).toList();
        for (IConstruct construct : dependant.getNode().findAll()) {
            if (construct instanceof TerraformResource resource && !prerequisites.contains(resource)) {
                Set<String> all = new LinkedHashSet<>(Objects.requireNonNullElse(resource.getDependsOn(), List.of()));
                all.addAll(addresses);
                resource.setDependsOn(List.copyOf(all));
            }
        }
    }

    private static String address(TerraformResource resource) {
        return resource.getTerraformResourceType() + "." + resource.getFriendlyUniqueId();
    }
}
