package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The policy of a pipeline for its activities that say nothing of one. */
final class DefaultPolicy {
    private DefaultPolicy() {}

    /**
     * Gives activities of a pipeline its policy.
     *
     * @param policy the pipeline's; null for none
     * @param properties the pipeline's JSON
     */
    static void apply(@Nullable ActivityPolicy policy, List<Activity> activities, ObjectNode properties) {
        if (policy != null) {
            Set<String> without = new HashSet<>();
            collect(activities, without);
            PipelineJson.visit(properties, (pointer, activity) -> {
                if (without.contains(activity.path("name").asText())) {
                    activity.set("policy", policy.json());
                }
            });
        }
    }

    /** By identity: a policy that was said, and says the same as the default, stays. */
    private static void collect(List<Activity> activities, Set<String> without) {
        for (Activity activity : activities) {
            if (activity.policy() == ActivityPolicy.DEFAULT) {
                without.add(activity.name());
            }
            activity.branches().forEach(branch -> collect(branch, without));
        }
    }
}
