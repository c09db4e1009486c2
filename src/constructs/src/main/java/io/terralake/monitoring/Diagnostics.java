package io.terralake.monitoring;

import com.hashicorp.cdktf.IAspect;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSetting;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSettingConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSettingEnabledLog;
import com.hashicorp.cdktf.providers.azurerm.monitor_diagnostic_setting.MonitorDiagnosticSettingEnabledMetric;
import io.terralake.core.PlatformStack;
import java.util.List;
import org.jetbrains.annotations.NotNull;
import org.jspecify.annotations.Nullable;
import software.constructs.IConstruct;

/** Gives every resource that can log a diagnostic setting to the stack's log sink. */
public final class Diagnostics implements IAspect {

    @Override
    public void visit(@NotNull IConstruct node) {
        DiagnosticProfile profile = DiagnosticProfile.of(node);
        if (profile != null) {
            TerraformResource resource = (TerraformResource) node;
            PlatformStack.of(resource).logSink().ifPresent(sink -> send(resource, profile, sink));
        }
    }

    private static void send(TerraformResource resource, DiagnosticProfile profile, LogSink sink) {
        new MonitorDiagnosticSetting(
                resource,
                "Diagnostics",
                MonitorDiagnosticSettingConfig.builder()
                        .name("platform-logs")
                        .targetResourceId(resource.getStringAttribute("id") + profile.target())
                        .logAnalyticsWorkspaceId(sink.workspaceId())
                        .enabledLog(profile.logGroups().stream()
                                .map(group -> MonitorDiagnosticSettingEnabledLog.builder()
                                        .categoryGroup(group)
                                        .build())
                                .toList())
                        .enabledMetric(metrics(profile))
                        .build());
    }

    private static @Nullable List<MonitorDiagnosticSettingEnabledMetric> metrics(DiagnosticProfile profile) {
        return profile.metrics().isEmpty()
                ? null
                : profile.metrics().stream()
                        .map(metric -> MonitorDiagnosticSettingEnabledMetric.builder()
                                .category(metric)
                                .build())
                        .toList();
    }
}
