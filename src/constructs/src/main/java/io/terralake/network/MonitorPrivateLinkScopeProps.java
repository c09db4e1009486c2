package io.terralake.network;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.Sorted;
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
        resources = Sorted.copyOf(resources);
    }

    public static MonitorPrivateLinkScopePropsBuilder builder() {
        return MonitorPrivateLinkScopePropsBuilder.builder();
    }
}
