package io.terralake.policy;

import java.util.List;

/**
 * Something that must hold. Add your own by {@link Policy#with}. Values that are Terraform expressions ({@code ${…}}) are known
 * only when Terraform runs; the library's rules do not judge them. Several stacks are checked at a time: a rule keeps nothing from one call to the next.
 */
public interface PolicyRule {
    /** What exceptions call the rule, such as {@code tls}. */
    String id();

    /**
     * Says what is wrong with a resource.
     *
     * @return a text for each thing: what, the given value, what is allowed. Rule and construct path are added
     */
    List<String> check(PolicyResource resource);

    /** Says what is wrong in a stack outside of its resources, such as in an output; by default nothing. */
    default List<String> checkOutsideResources(PolicyStack stack) {
        return List.of();
    }
}
