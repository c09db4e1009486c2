package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link TumblingWindowTrigger}.
 *
 * @param name the name in the factory
 * @param window the windows
 * @param run what is started; {@code @trigger().outputs.windowStartTime} and {@code windowEndTime} tell it its window
 */
@RecordBuilder
public record TumblingWindowTriggerProps(String name, TumblingWindow window, PipelineRun run) {

    public static TumblingWindowTriggerPropsBuilder builder() {
        return TumblingWindowTriggerPropsBuilder.builder();
    }
}
