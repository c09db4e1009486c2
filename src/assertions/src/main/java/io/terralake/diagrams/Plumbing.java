package io.terralake.diagrams;

import io.terralake.assertions.Resource;
import io.terralake.assertions.SynthesizedStack;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Tells the resources that belong to others like a handle to a door: a diagram draws their arrows, not them. No type is
 * known here; it shows in where a resource stands and in what it refers to.
 */
final class Plumbing implements Predicate<Resource> {
    private static final String MAIN = "/Resource";

    private final References references;
    private final Map<String, Resource> byPath = new HashMap<>();

    Plumbing(SynthesizedStack stack, References references) {
        this.references = references;
        stack.resources().forEach(resource -> byPath.put(resource.constructPath(), resource));
    }

    /** Made inside another resource, a nameless property of others, or a joint between the one it is part of and another. */
    @Override
    public boolean test(Resource resource) {
        Collection<Resource> targets = references.from(resource);
        return isInsideAnother(resource) || !targets.isEmpty() && (isNameless(resource) || joins(resource, targets));
    }

    boolean isInsideAnother(Resource resource) {
        return enclosing(resource).stream().anyMatch(byPath::containsKey);
    }

    private static boolean isNameless(Resource resource) {
        return !resource.properties().has("name");
    }

    private boolean joins(Resource resource, Collection<Resource> targets) {
        List<Resource> wholes = enclosing(resource).stream()
                .map(path -> byPath.get(path + MAIN))
                .filter(targets::contains)
                .toList();
        return !wholes.isEmpty() && !wholes.containsAll(targets) && !references.leadTo(resource);
    }

    /** The paths of the constructs around a resource. */
    private static Set<String> enclosing(Resource resource) {
        Set<String> paths = new TreeSet<>();
        String path = resource.constructPath();
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            paths.add(path.substring(0, end));
        }
        return paths;
    }
}
