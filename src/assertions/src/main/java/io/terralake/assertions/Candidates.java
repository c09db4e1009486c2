package io.terralake.assertions;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The resources of a type in a stack, each compared with what is expected. */
final class Candidates {
    private final SynthesizedStack stack;
    private final String type;
    private final List<Candidate> all;

    Candidates(SynthesizedStack stack, String type, Matcher matcher) {
        this.stack = stack;
        this.type = type;
        this.all = stack.resources(type).stream()
                .map(resource -> new Candidate(resource, matcher.match("", resource.properties())))
                .toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    List<Candidate> matching() {
        return all.stream().filter(candidate -> candidate.result.matches()).toList();
    }

    List<Candidate> wrong() {
        return all.stream().filter(candidate -> !candidate.result.matches()).toList();
    }

    void keepCaptures() {
        matching().forEach(candidate -> candidate.result.keepCaptures());
    }

    /** The candidate with the fewest differences, or the types that there are when there is no candidate. */
    String closest() {
        return all.stream()
                .min(Comparator.comparingInt(
                        candidate -> candidate.result.mismatches().size()))
                .map(candidate -> "the closest of %d is%n%s".formatted(all.size(), candidate.describe()))
                .orElseGet(() -> "stack %s has no %s; its types are %s".formatted(stack.name(), type, types()));
    }

    private List<String> types() {
        return stack.resources().stream().map(Resource::type).distinct().toList();
    }

    /** Differences, one a line. */
    static String lines(MatchResult result) {
        return result.mismatches().stream()
                .map(mismatch -> "  " + mismatch)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    record Candidate(Resource resource, MatchResult result) {
        String describe() {
            return "%s (%s), %d differences:%n%s"
                    .formatted(
                            resource.address(),
                            resource.constructPath(),
                            result.mismatches().size(),
                            lines(result));
        }
    }
}
