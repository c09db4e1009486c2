package io.terralake.policy;

import java.util.List;

/** What Azure Monitor has logs of sends them somewhere. */
final class DiagnosticsRule implements PolicyRule {
    static final String SETTING = "azurerm_monitor_diagnostic_setting";

    @Override
    public String id() {
        return "diagnostics";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return AzurermTypes.canLog(resource.type())
                        && !resource.stack().logged().contains(resource.address())
                ? List.of("no %s of the stack has it as its target; Diagnostics.send makes one".formatted(SETTING))
                : List.of();
    }
}
