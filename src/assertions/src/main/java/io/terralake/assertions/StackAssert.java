package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a synthesized stack. Failures name the closest candidate and where it differs. */
public final class StackAssert extends AbstractAssert<StackAssert, SynthesizedStack> {

    StackAssert(SynthesizedStack actual) {
        super(actual, StackAssert.class);
    }

    /** There are so many resources of a type ({@code data.<type>} for data sources). */
    public StackAssert hasResourceCount(String type, int count) {
        isNotNull();
        List<Resource> found = actual.resources(type);
        if (found.size() != count) {
            fail("expected %d of %s, found %d: %s".formatted(count, type, found.size(), addresses(found)));
        }
        return this;
    }

    /** There is a resource of a type with at least these properties. */
    public StackAssert hasResource(String type, Map<String, ?> properties) {
        return hasResource(type, Match.objectLike(properties));
    }

    /** There is a resource of a type that matches. */
    public StackAssert hasResource(String type, Matcher matcher) {
        isNotNull();
        List<Candidate> candidates = candidates(type, matcher);
        if (candidates.stream().noneMatch(Candidate::matches)) {
            fail("expected a %s that matches, %s".formatted(type, closest(candidates, type)));
        }
        return this;
    }

    /** There are resources of a type, and all have at least these properties. */
    public StackAssert allResources(String type, Map<String, ?> properties) {
        isNotNull();
        List<Candidate> candidates = candidates(type, Match.objectLike(properties));
        if (candidates.isEmpty()) {
            fail("expected resources of type %s, %s".formatted(type, closest(candidates, type)));
        }
        List<Candidate> wrong =
                candidates.stream().filter(candidate -> !candidate.matches()).toList();
        if (!wrong.isEmpty()) {
            fail("expected every %s to match, %d of %d do not:%n%s"
                    .formatted(
                            type,
                            wrong.size(),
                            candidates.size(),
                            wrong.stream().map(Candidate::describe).collect(Collectors.joining("%n".formatted()))));
        }
        return this;
    }

    /** No resource of a type has these properties. */
    public StackAssert doesNotHaveResource(String type, Map<String, ?> properties) {
        isNotNull();
        candidates(type, Match.objectLike(properties)).stream()
                .filter(Candidate::matches)
                .findFirst()
                .ifPresent(found -> fail("expected no such %s, found %s: %s"
                        .formatted(type, found.resource.address(), found.resource.properties())));
        return this;
    }

    /** There is a provider with at least these settings. */
    public StackAssert hasProvider(String provider, Map<String, ?> settings) {
        isNotNull();
        return matchesAt("/provider/" + provider, Match.arrayWith(Match.objectLike(settings)));
    }

    /** There is an output with a value like this. */
    public StackAssert hasOutput(String output, Object value) {
        isNotNull();
        return matchesAt("/output/" + output, Match.objectLike(Map.of("value", value)));
    }

    /** The part of the Terraform JSON that a pointer points to matches. */
    public StackAssert matchesAt(String pointer, Object value) {
        isNotNull();
        JsonNode part = actual.json().at(pointer);
        List<Mismatch> mismatches = Match.of(value).mismatches(pointer, part);
        if (!mismatches.isEmpty()) {
            fail("stack %s differs:%n%s".formatted(actual.name(), lines(mismatches)));
        }
        return this;
    }

    /** A construct reports an error; both regular expressions are searched for. */
    public StackAssert hasError(String pathRegex, String messageRegex) {
        return hasAnnotation("@cdktf/error", pathRegex, messageRegex);
    }

    /** A construct reports a warning; both regular expressions are searched for. */
    public StackAssert hasWarning(String pathRegex, String messageRegex) {
        return hasAnnotation("@cdktf/warn", pathRegex, messageRegex);
    }

    /** No construct reports anything. */
    public StackAssert hasNoAnnotations() {
        isNotNull();
        if (!actual.annotations().isEmpty()) {
            fail("expected no annotations, found " + actual.annotations());
        }
        return this;
    }

    private StackAssert hasAnnotation(String level, String pathRegex, String messageRegex) {
        isNotNull();
        boolean found = actual.annotations().stream()
                .anyMatch(annotation -> annotation.level().equals(level)
                        && Pattern.compile(pathRegex)
                                .matcher(annotation.constructPath())
                                .find()
                        && Pattern.compile(messageRegex)
                                .matcher(annotation.message())
                                .find());
        if (!found) {
            fail("expected an annotation %s of /%s/ saying /%s/, found %s"
                    .formatted(level, pathRegex, messageRegex, actual.annotations()));
        }
        return this;
    }

    private List<Candidate> candidates(String type, Matcher matcher) {
        return actual.resources(type).stream()
                .map(resource -> new Candidate(resource, matcher.mismatches("", resource.properties())))
                .toList();
    }

    private String closest(List<Candidate> candidates, String type) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> candidate.mismatches.size()))
                .map(candidate -> "the closest of %d is%n%s".formatted(candidates.size(), candidate.describe()))
                .orElseGet(() -> "stack %s has no %s; its types are %s"
                        .formatted(
                                actual.name(),
                                type,
                                actual.resources().stream()
                                        .map(Resource::type)
                                        .distinct()
                                        .toList()));
    }

    private void fail(String message) {
        failWithMessage("%s", message);
    }

    private static List<String> addresses(List<Resource> resources) {
        return resources.stream().map(Resource::address).toList();
    }

    private static String lines(List<Mismatch> mismatches) {
        return mismatches.stream().map(mismatch -> "  " + mismatch).collect(Collectors.joining(System.lineSeparator()));
    }

    private record Candidate(Resource resource, List<Mismatch> mismatches) {
        boolean matches() {
            return mismatches.isEmpty();
        }

        String describe() {
            return "%s (%s), %d differences:%n%s"
                    .formatted(resource.address(), resource.constructPath(), mismatches.size(), lines(mismatches));
        }
    }
}
