package io.terralake.assertions;

import io.terralake.assertions.Candidates.Candidate;
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

    /** There is a resource of a type that is like this {@linkplain Match#json(String, Map) JSON text with matchers}. */
    public StackAssert hasResource(String type, String json) {
        return hasResource(type, Match.json(json));
    }

    /** There is a resource of a type that matches. */
    public StackAssert hasResource(String type, Matcher matcher) {
        Candidates candidates = candidates(type, matcher);
        if (candidates.matching().isEmpty()) {
            fail("expected a %s that matches, %s".formatted(type, candidates.closest()));
        }
        candidates.keepCaptures();
        return this;
    }

    /** There are resources of a type, and all have at least these properties. */
    public StackAssert allResources(String type, Map<String, ?> properties) {
        return allResources(type, Match.objectLike(properties));
    }

    /**
     * There are resources of a type, and all are like this {@linkplain Match#json(String, Map) JSON text with matchers}.
     */
    public StackAssert allResources(String type, String json) {
        return allResources(type, Match.json(json));
    }

    /** There are resources of a type, and all match. */
    public StackAssert allResources(String type, Matcher matcher) {
        Candidates candidates = candidates(type, matcher);
        if (candidates.isEmpty()) {
            fail("expected resources of type %s, %s".formatted(type, candidates.closest()));
        }
        List<Candidate> wrong = candidates.wrong();
        if (!wrong.isEmpty()) {
            fail("expected every %s to match, %d of %d do not:%n%s"
                    .formatted(
                            type,
                            wrong.size(),
                            candidates.size(),
                            wrong.stream().map(Candidate::describe).collect(Collectors.joining("%n".formatted()))));
        }
        candidates.keepCaptures();
        return this;
    }

    /** No resource of a type has these properties. */
    public StackAssert doesNotHaveResource(String type, Map<String, ?> properties) {
        return doesNotHaveResource(type, Match.objectLike(properties));
    }

    /** No resource of a type is like this {@linkplain Match#json(String, Map) JSON text with matchers}. */
    public StackAssert doesNotHaveResource(String type, String json) {
        return doesNotHaveResource(type, Match.json(json));
    }

    /** No resource of a type matches. */
    public StackAssert doesNotHaveResource(String type, Matcher matcher) {
        candidates(type, matcher).matching().stream()
                .findFirst()
                .ifPresent(found -> fail("expected no such %s, found %s: %s"
                        .formatted(
                                type,
                                found.resource().address(),
                                found.resource().properties())));
        return this;
    }

    /** There is a provider with at least these settings. */
    public StackAssert hasProvider(String provider, Map<String, ?> settings) {
        return hasProvider(provider, Match.objectLike(settings));
    }

    /** There is a provider that is like this {@linkplain Match#json(String, Map) JSON text with matchers}. */
    public StackAssert hasProvider(String provider, String json) {
        return hasProvider(provider, Match.json(json));
    }

    /** There is a provider that matches. */
    public StackAssert hasProvider(String provider, Matcher matcher) {
        return matchesAt("/provider/" + provider, Match.arrayWith(matcher));
    }

    /** There is an output with a value like this. A string is that string; {@link Match#json(String)} makes it JSON. */
    public StackAssert hasOutput(String output, Object value) {
        return matchesAt("/output/" + output, Match.objectLike(Map.of("value", value)));
    }

    /**
     * The part of the Terraform JSON that a pointer points to matches. A string is that string; {@link Match#json(String)}
     * makes it JSON.
     */
    public StackAssert matchesAt(String pointer, Object value) {
        isNotNull();
        MatchResult result = Match.of(value).match(pointer, actual.json().at(pointer));
        if (!result.matches()) {
            fail("stack %s differs:%n%s".formatted(actual.name(), Candidates.lines(result)));
        }
        result.keepCaptures();
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

    private Candidates candidates(String type, Matcher matcher) {
        isNotNull();
        return new Candidates(actual, type, matcher);
    }

    private void fail(String message) {
        failWithMessage("%s", message);
    }

    private static List<String> addresses(List<Resource> resources) {
        return resources.stream().map(Resource::address).toList();
    }
}
