package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules for every stack. It looks at the Terraform JSON that CDKTF writes, {@code cdk.tf.json}: the construct paths and the
 * exceptions stand there as metadata.
 */
public final class Policy {
    private final Map<String, PolicyRule> rules;

    private Policy(Map<String, PolicyRule> rules) {
        this.rules = rules;
    }

    /** All rules of the library. */
    public static Policy standard() {
        Policy policy = new Policy(Map.of());
        for (PolicyRule rule : List.of(
                new NamesRule(),
                new TagsRule(),
                new SecretsRule(),
                new PortableRule(),
                new PublicAccessRule(),
                new TlsRule(),
                new LocalAuthRule(),
                new DiagnosticsRule())) {
            policy = policy.with(rule);
        }
        return policy;
    }

    /**
     * The same policy with one more rule.
     *
     * @throws IllegalArgumentException when it has a rule of that id, or the rule has none
     */
    public Policy with(PolicyRule rule) {
        Map<String, PolicyRule> more = new TreeMap<>(rules);
        String id = idOf(rule);
        if (more.put(id, rule) != null) {
            throw new IllegalArgumentException("rule \"%s\" is there already".formatted(id));
        }
        return new Policy(more);
    }

    /**
     * The same policy without a rule. To leave out one construct, make an exception instead.
     *
     * @throws IllegalArgumentException when it has no rule of that id
     */
    public Policy without(String id) {
        Map<String, PolicyRule> fewer = new TreeMap<>(rules);
        if (fewer.remove(id) == null) {
            throw new IllegalArgumentException(unknown(id));
        }
        return new Policy(fewer);
    }

    /**
     * Checks a stack.
     *
     * @param stack the stack's id, such as {@code dev-landing-zone}
     * @param json what {@code cdk.tf.json} contains
     * @return what does not hold, in the order of the resources
     */
    public List<Finding> check(String stack, JsonNode json) {
        PolicyStack view = new PolicyStack(stack, json);
        List<Finding> findings = new ArrayList<>();
        for (PolicyResource resource : view.resources()) {
            rules.forEach((id, rule) -> ask(rule, "check", () -> rule.check(resource))
                    .forEach(found -> findings.add(new Finding(id, found, resource.path()))));
        }
        rules.forEach((id, rule) -> ask(rule, "checkOutsideResources", () -> rule.checkOutsideResources(view))
                .forEach(found -> findings.add(new Finding(id, found, view.name()))));
        List<PolicyException> exceptions = view.exceptions();
        return Stream.concat(
                        findings.stream()
                                .filter(found -> exceptions.stream().noneMatch(exception -> exception.covers(found))),
                        exceptions.stream().flatMap(exception -> problems(exception, findings).stream()))
                .toList();
    }

    private static String idOf(PolicyRule rule) {
        String id = rule.id();
        if (id == null) {
            throw new IllegalArgumentException(name(rule, "id") + " returned null");
        }
        return id;
    }

    /** A rule may be a user's: what it does wrong is a finding, so that the others are reported too. */
    private static List<String> ask(PolicyRule rule, String member, Supplier<@Nullable List<@Nullable String>> check) {
        try {
            List<String> found = check.get();
            if (found == null) {
                return List.of(name(rule, member) + " returned null");
            }
            return found.stream()
                    .map(text -> text == null ? name(rule, member) + " returned a list with null in it" : text)
                    .toList();
        } catch (RuntimeException e) {
            return List.of("%s failed: %s".formatted(name(rule, member), e));
        }
    }

    private static String name(PolicyRule rule, String member) {
        return "%s.%s()".formatted(rule.getClass().getName(), member);
    }

    private List<Finding> problems(PolicyException exception, List<Finding> findings) {
        List<Finding> problems = new ArrayList<>();
        if (!rules.containsKey(exception.rule())) {
            problems.add(exception.finding(unknown(exception.rule())));
        } else if (findings.stream().noneMatch(exception::covers)) {
            problems.add(exception.finding("nothing needs the exception from %s".formatted(exception.rule())));
        }
        if (exception.reason().isBlank()) {
            problems.add(exception.finding("the exception from %s has no reason".formatted(exception.rule())));
        }
        return problems;
    }

    private String unknown(String id) {
        return "rule \"%s\" is not known, the policy has %s".formatted(id, String.join(", ", rules.keySet()));
    }
}
