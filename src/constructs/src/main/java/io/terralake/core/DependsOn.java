package io.terralake.core;

import com.hashicorp.cdktf.IAspect;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformStack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jetbrains.annotations.NotNull;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Makes every resource of a construct, those added later included, wait for other resources. CDKTF does not turn
 * {@code node.addDependency} into {@code depends_on}.
 */
public final class DependsOn implements IAspect {
    private final List<TerraformResource> prerequisites;

    private DependsOn(List<TerraformResource> prerequisites) {
        this.prerequisites = prerequisites;
    }

    /**
     * Orders creation; across stacks, it orders the stacks.
     *
     * @param dependant what waits
     * @param prerequisites what it waits for
     */
    public static void add(Construct dependant, List<TerraformResource> prerequisites) {
        PlatformStack stack = PlatformStack.of(dependant);
        for (TerraformResource prerequisite : prerequisites) {
            TerraformStack other = TerraformStack.of(prerequisite);
            if (!other.equals(stack)) {
                stack.addDependency(other);
            }
        }
        List<TerraformResource> here = prerequisites.stream()
                .filter(prerequisite -> TerraformStack.of(prerequisite).equals(stack))
                .toList();
        if (!here.isEmpty()) {
            stack.visit(dependant, new DependsOn(here));
        }
    }

    @Override
    public void visit(@NotNull IConstruct node) {
        if (node instanceof TerraformResource resource && !prerequisites.contains(resource)) {
            Set<String> addresses = new LinkedHashSet<>(Objects.requireNonNullElse(resource.getDependsOn(), List.of()));
            prerequisites.forEach(prerequisite -> addresses.add(address(prerequisite)));
            resource.setDependsOn(List.copyOf(addresses));
        }
    }

    private static String address(TerraformResource resource) {
        return resource.getTerraformResourceType() + "." + resource.getFriendlyUniqueId();
    }
}
