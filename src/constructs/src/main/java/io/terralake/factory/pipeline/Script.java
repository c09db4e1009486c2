package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.LinkedService;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements in a database, one block after the other.
 *
 * @param name the activity's name
 * @param database where they run, such as a {@link io.terralake.factory.SqlLinkedService}
 * @param blocks at least one
 * @param blockTimeout how long a block may take, in whole seconds up to 7 days; @default the service's
 * @param log where what the statements print goes; @default nowhere
 * @param dependsOn @default nothing
 * @param policy @default {@link ActivityPolicy#DEFAULT}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/transform-data-using-script">Script activity</a>
 */
@RecordBuilder
public record Script(
        String name,
        LinkedService database,
        List<ScriptBlock> blocks,
        @Nullable Duration blockTimeout,
        @Nullable ScriptLog log,
        @Nullable List<Dependency> dependsOn,
        @Nullable ActivityPolicy policy)
        implements Activity {

    /** @throws IllegalArgumentException when there is no block, or the timeout is not possible */
    public Script {
        blocks = RequiredFields.copy(blocks);
        if (blocks != null && blocks.isEmpty()) {
            throw new IllegalArgumentException("a script has at least one block");
        }
        if (blockTimeout != null) {
            TimeSpan.check("blockTimeout", blockTimeout, Duration.ofSeconds(1), ActivityPolicy.LONGEST);
        }
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        policy = policy == null ? ActivityPolicy.DEFAULT : policy;
    }

    public static ScriptBuilder builder() {
        return ScriptBuilder.builder();
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return Stream.<FactoryArtifact>concat(Stream.of(database), Stream.ofNullable(log == null ? null : log.store()))
                .toList();
    }

    @Override
    public String type() {
        return "Script";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        if (blockTimeout != null) {
            properties.put("scriptBlockExecutionTimeout", TimeSpan.of(blockTimeout));
        }
        ArrayNode scripts = properties.putArray("scripts");
        blocks.forEach(block -> scripts.add(block.json()));
        if (log != null) {
            properties.set("logSettings", log.json());
        }
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.set("policy", policy.json());
        json.set("linkedServiceName", Activity.reference(database));
    }
}
