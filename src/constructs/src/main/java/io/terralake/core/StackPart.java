package io.terralake.core;

import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/**
 * A construct that knows where it is, so that {@link PlatformStack#of} and {@link Tree} need not ask CDKTF. Those of the library are
 * such parts; others may be.
 */
public abstract class StackPart extends Construct {
    // Fields, because jsii tells JavaScript of each method of each construct.
    final Construct scope;
    final String id;
    final Map<String, StackPart> parts = new HashMap<>();

    protected StackPart(Construct scope, String id) {
        super(scope, id);
        this.scope = scope;
        this.id = Tree.escaped(id);
        if (scope instanceof StackPart above) {
            above.parts.put(this.id, this);
        }
    }
}
