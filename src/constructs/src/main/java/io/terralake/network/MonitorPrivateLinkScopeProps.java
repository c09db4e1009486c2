package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.Map;

/**
 * Properties of a {@link MonitorPrivateLinkScope}.
 *
 * @param resources the Azure ids of the Log Analytics workspaces and Application Insights components in it, by what they are called
 *     in the scope
 */
@RecordBuilder
public record MonitorPrivateLinkScopeProps(Map<String, String> resources) {

    public MonitorPrivateLinkScopeProps {
        resources = RequiredFields.copy(resources);
    }

    public static MonitorPrivateLinkScopePropsBuilder builder() {
        return MonitorPrivateLinkScopePropsBuilder.builder();
    }
}
