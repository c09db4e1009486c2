package io.terralake.identity;

import io.terralake.core.PlatformStack;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** The role assignments on the resources of a stack. */
final class Grants {
    private final Map<Construct, List<RoleGrant>> grants = new IdentityHashMap<>();

    private Grants() {}

    /** Those on a resource, whoever they belong to; what is added to the list is remembered. */
    static List<RoleGrant> on(Construct resource) {
        PlatformStack stack = PlatformStack.of(resource);
        Grants all = stack.find(Grants.class).orElseGet(() -> {
            Grants none = new Grants();
            stack.share(Grants.class, none);
            return none;
        });
        return all.grants.computeIfAbsent(resource, key -> new ArrayList<>());
    }
}
