package io.terralake.identity;

import io.terralake.core.PlatformStack;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/** The role assignments that the constructs of a stack gave, on whatever: one resource can be several constructs, imported twice. */
final class Grants {
    private final List<RoleGrant> grants = new ArrayList<>();

    private Grants() {}

    /** Those of the stack that a resource is in; what is added to the list is remembered. */
    static List<RoleGrant> besides(Construct resource) {
        PlatformStack stack = PlatformStack.of(resource);
        return stack.find(Grants.class)
                .orElseGet(() -> {
                    Grants none = new Grants();
                    stack.share(Grants.class, none);
                    return none;
                })
                .grants;
    }
}
