package io.terralake.factory.pipeline;

import java.util.Objects;

/**
 * An activity that comes before another.
 *
 * @param activity the one before
 * @param condition how it must have ended
 */
public record Dependency(Activity activity, DependencyCondition condition) {
    public Dependency {
        Objects.requireNonNull(activity, "activity is required");
        Objects.requireNonNull(condition, "condition is required");
    }

    /** The activity must have succeeded. */
    public static Dependency on(Activity activity) {
        return new Dependency(activity, DependencyCondition.SUCCEEDED);
    }
}
