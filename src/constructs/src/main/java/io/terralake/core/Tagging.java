package io.terralake.core;

import io.terralake.azure.TagRule;
import io.terralake.settings.EnvironmentSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** The tags of a stack's resources: the environment's, and where the resource comes from. */
final class Tagging {
    private final Map<String, String> tags;
    private final Map<String, String> literal;

    Tagging(EnvironmentSettings settings, String environment, String stack) {
        this.tags = new TreeMap<>(settings.tags().values());
        tags.put("environment", environment);
        tags.put("stack", stack);
        tags.put("workload", settings.workload());
        this.literal = TerraformText.literal(tags);
    }

    /** As Terraform is given them. */
    Map<String, String> tags() {
        return literal;
    }

    /** @throws ConstructException when resources that follow the rule would not take the tags */
    void check(Construct construct, TagRule rule) {
        List<String> problems =
                rule.problems(tags).values().stream().flatMap(List::stream).toList();
        if (!problems.isEmpty()) {
            throw new ConstructException(construct, String.join("; ", problems));
        }
    }
}
