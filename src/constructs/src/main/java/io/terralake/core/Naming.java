package io.terralake.core;

import io.terralake.azure.NamingRule;
import io.terralake.azure.Region;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names after the Cloud Adoption Framework: {@code <abbreviation>-<workload>-<qualifiers>-<environment>-<region>[-<instance>]},
 * without the hyphens where the resource type allows none.
 *
 * @param workload what the platform is called, such as {@code tlake}
 * @param environment the environment, such as {@code dev}
 * @param region the Azure region; its short code goes into the name
 * @param instance tells apart two platforms that would otherwise share their names; null for none
 */
public record Naming(
        String workload,
        String environment,
        Region region,
        @Nullable String instance) {

    /**
     * The name of a resource.
     *
     * @param rule how resources of its type are named
     * @param qualifiers what the resource is for; needed when a platform has several of a type
     * @throws IllegalArgumentException when Azure would not accept the name
     */
    public String name(NamingRule rule, String... qualifiers) {
        Stream<@Nullable String> parts = Stream.of(
                        Stream.of(rule.abbreviation(), workload),
                        Arrays.stream(qualifiers),
                        Stream.of(environment, region.shortCode()),
                        Stream.ofNullable(instance))
                .flatMap(part -> part);
        String name =
                parts.filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(rule.separator()));
        return rule.check(rule.separator().isEmpty() ? name.replace("-", "") : name);
    }
}
