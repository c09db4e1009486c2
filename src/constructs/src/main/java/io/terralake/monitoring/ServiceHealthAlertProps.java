package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link ServiceHealthAlert}.
 *
 * @param actionGroup who is told
 */
@RecordBuilder
public record ServiceHealthAlertProps(IActionGroup actionGroup) {

    public static ServiceHealthAlertPropsBuilder builder() {
        return ServiceHealthAlertPropsBuilder.builder();
    }
}
