package io.terralake.core;

import com.hashicorp.cdktf.TerraformStack;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Where constructs are. A {@link StackPart} knows it; what CDKTF says of others is kept, because each question costs part of a
 * millisecond.
 */
public final class Tree {
    private static final Map<Construct, TerraformStack> STACKS = Collections.synchronizedMap(new WeakHashMap<>());
    private static final Map<IConstruct, String> PATHS = Collections.synchronizedMap(new WeakHashMap<>());

    private Tree() {}

    /** The path of a construct from the app, such as {@code dev-landing-zone/Lake/bronze}. */
    public static String pathOf(IConstruct construct) {
        return construct instanceof StackPart part
                ? pathOf(part.scope) + "/" + part.id
                : PATHS.computeIfAbsent(construct, other -> other.getNode().getPath());
    }

    /** The same below the app's child that the construct is in, in one word, such as {@code Lake-bronze}. */
    public static String nameOf(IConstruct construct) {
        String path = pathOf(construct);
        return path.substring(path.indexOf('/') + 1).replace('/', '-');
    }

    /** The id of a construct, as its path has it. */
    public static String idOf(IConstruct construct) {
        String path = pathOf(construct);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What a construct has with an id, when both are parts of the library's kind. */
    public static @Nullable StackPart partOf(Construct scope, String id) {
        return scope instanceof StackPart part
                ? part.parts.get(escaped(id))
                : scope.getNode().tryFindChild(id) instanceof StackPart child ? child : null;
    }

    /** An id as it is in paths. */
    static String escaped(String id) {
        return id.replace("/", "--");
    }

    /** The stack that a construct is in. */
    static TerraformStack stackOf(Construct construct) {
        Construct known = construct;
        while (known instanceof StackPart part) {
            known = part.scope;
        }
        return known instanceof TerraformStack stack ? stack : STACKS.computeIfAbsent(known, TerraformStack::of);
    }

    /** Says which stack a construct is in, so that nobody asks. */
    static void put(Construct construct, TerraformStack stack) {
        STACKS.put(construct, stack);
    }
}
