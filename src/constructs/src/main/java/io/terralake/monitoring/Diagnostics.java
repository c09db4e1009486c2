package io.terralake.monitoring;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSetting;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSettingConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSettingEnabledLog;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSettingEnabledMetric;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Diagnostic settings: what is sent from a resource to the log sink of its stack. */
public final class Diagnostics {
    private Diagnostics() {}

    /**
     * Sends a resource's logs to the sink that its stack has when it is synthesized; without one, nowhere. Constructs of the
     * library call it for their resources; call it for resources that you make with the bindings themselves.
     */
    public static void send(TerraformResource resource, LogProfile profile) {
        send(resource, resource, profile);
    }

    /**
     * The same for another part of a resource, such as the queues of a storage account beside its blobs.
     *
     * @param owner what the setting belongs to, a construct in the resource's stack
     */
    public static void send(Construct owner, TerraformResource resource, LogProfile profile) {
        PlatformStack stack = PlatformStack.of(resource);
        stack.beforeSynth(() -> LogSink.of(stack).ifPresent(sink -> send(owner, resource, profile, sink)));
    }

    private static void send(Construct owner, TerraformResource resource, LogProfile profile, LogSink sink) {
        MonitorDiagnosticSetting setting = new MonitorDiagnosticSetting(
                owner,
                "Diagnostics",
                MonitorDiagnosticSettingConfig.builder()
                        .name("platform-logs")
                        .targetResourceId(resource.getStringAttribute("id") + TerraformText.literal(profile.target()))
                        .logAnalyticsWorkspaceId(Contract.ask(resource, sink, "workspaceId", sink::workspaceId))
                        .logAnalyticsDestinationType(profile.dedicated() ? "Dedicated" : null)
                        .enabledLog(logs(profile))
                        .enabledMetric(metrics(profile))
                        .build());
        PlatformStack.of(resource).protection().lockAfter(resource, setting);
    }

    private static List<MonitorDiagnosticSettingEnabledLog> logs(LogProfile profile) {
        var groups = profile.logGroups().stream()
                .map(group -> MonitorDiagnosticSettingEnabledLog.builder().categoryGroup(TerraformText.literal(group)));
        var categories = profile.logCategories().stream()
                .map(category ->
                        MonitorDiagnosticSettingEnabledLog.builder().category(TerraformText.literal(category)));
        return Stream.concat(groups, categories)
                .map(MonitorDiagnosticSettingEnabledLog.Builder::build)
                .toList();
    }

    private static @Nullable List<MonitorDiagnosticSettingEnabledMetric> metrics(LogProfile profile) {
        return profile.metrics().isEmpty()
                ? null
                : profile.metrics().stream()
                        .map(metric -> MonitorDiagnosticSettingEnabledMetric.builder()
                                .category(TerraformText.literal(metric))
                                .build())
                        .toList();
    }
}
