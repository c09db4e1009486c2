package io.terralake.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/**
 * Constructs for which a rule of the {@link io.terralake.policy.Policy policy} need not hold. They stand in the stack's metadata,
 * where the policy finds them: it refuses exceptions without a reason, from a rule that does not exist, and those that nothing
 * needs any more.
 */
public final class PolicyExceptions {
    private final List<Map<String, String>> exceptions = new ArrayList<>();

    PolicyExceptions() {}

    /**
     * Makes an exception.
     *
     * @param construct the construct, with those below it
     * @param rule the rule's id, such as {@code public-access}
     * @param reason why, for whoever reads the stack in a year
     * @throws ConstructException when the construct is not in a {@link PlatformStack}
     */
    public static void allow(Construct construct, String rule, String reason) {
        PlatformStack.of(construct)
                .policyExceptions()
                .exceptions
                .add(new TreeMap<>(Map.of("path", Tree.pathOf(construct), "rule", rule, "reason", reason)));
    }

    List<Map<String, String>> asMetadata() {
        return List.copyOf(exceptions);
    }
}
