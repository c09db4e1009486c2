package io.terralake.factory.pipeline;

import io.terralake.core.RequiredFields;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * An activity that comes before another.
 *
 * @param activity the one before
 * @param conditions how it may have ended, one of them; each once
 */
public record Dependency(Activity activity, List<DependencyCondition> conditions) {

    /** @throws IllegalArgumentException when there is no condition, or one is there twice */
    public Dependency {
        conditions = RequiredFields.copy(conditions);
        if (conditions != null && !conditions.contains(null) && isEmptyOrRepeats(conditions)) {
            throw new IllegalArgumentException(
                    "the conditions %s of a dependency are not allowed: at least one, each once".formatted(conditions));
        }
    }

    /** The activity must have ended in one way. */
    public Dependency(Activity activity, DependencyCondition condition) {
        this(activity, condition == null ? null : List.of(condition));
    }

    /** The activity must have succeeded. */
    public static Dependency on(Activity activity) {
        return after(activity);
    }

    /**
     * The activity must have ended in one of several ways, in success where none is said.
     *
     * @throws IllegalArgumentException when a condition is there twice
     */
    public static Dependency after(Activity activity, DependencyCondition... conditions) {
        return conditions.length == 0
                ? new Dependency(activity, DependencyCondition.SUCCEEDED)
                : new Dependency(activity, Arrays.asList(conditions));
    }

    private static boolean isEmptyOrRepeats(List<DependencyCondition> conditions) {
        return conditions.isEmpty() || EnumSet.copyOf(conditions).size() < conditions.size();
    }
}
