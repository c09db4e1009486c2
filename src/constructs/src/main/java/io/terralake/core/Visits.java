package io.terralake.core;

import com.hashicorp.cdktf.IAspect;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * Aspects that a stack applies itself, in one pass before it is synthesized. CDKTF would call back into Java for every
 * construct, and jsii nests those calls: a thousand constructs cost a second, some thousands the stack of the thread.
 */
final class Visits {
    private final List<Visit> visits = new ArrayList<>();

    /** Lets an aspect see every construct below a root, those added later included. */
    void add(Construct root, IAspect aspect) {
        visits.add(new Visit(root, aspect));
    }

    /** Lets each aspect see what it has not seen, in the order in which they were added. */
    void run() {
        List<Visit> pending = List.copyOf(visits);
        visits.clear();
        for (Visit visit : pending) {
            for (IConstruct construct : visit.root.getNode().findAll()) {
                visit.aspect.visit(construct);
            }
        }
    }

    private record Visit(Construct root, IAspect aspect) {}
}
