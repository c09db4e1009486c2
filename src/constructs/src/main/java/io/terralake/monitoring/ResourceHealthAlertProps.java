package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link ResourceHealthAlert}.
 *
 * @param actionGroup who is told
 */
@RecordBuilder
public record ResourceHealthAlertProps(IActionGroup actionGroup) {

    public static ResourceHealthAlertPropsBuilder builder() {
        return ResourceHealthAlertPropsBuilder.builder();
    }
}
