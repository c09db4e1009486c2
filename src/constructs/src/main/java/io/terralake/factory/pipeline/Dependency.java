package io.terralake.factory.pipeline;

/**
 * An activity that comes before another.
 *
 * @param activity the one before
 * @param condition how it must have ended
 */
public record Dependency(Activity activity, DependencyCondition condition) {
    /** The activity must have succeeded. */
    public static Dependency on(Activity activity) {
        return new Dependency(activity, DependencyCondition.SUCCEEDED);
    }
}
