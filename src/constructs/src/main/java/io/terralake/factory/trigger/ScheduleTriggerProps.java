package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link ScheduleTrigger}.
 *
 * @param name the name in the factory
 * @param schedule when it fires
 * @param run what is started
 */
@RecordBuilder
public record ScheduleTriggerProps(String name, Schedule schedule, PipelineRun run) {

    public static ScheduleTriggerPropsBuilder builder() {
        return ScheduleTriggerPropsBuilder.builder();
    }
}
