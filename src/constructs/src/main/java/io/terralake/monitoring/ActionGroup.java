package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroup;
import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroupEmailReceiver;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import java.util.List;
import software.constructs.Construct;

/** The people whom alerts are mailed to. */
public final class ActionGroup extends Construct {
    private final String actionGroupId;

    /** @param emails one address or more */
    public ActionGroup(Construct scope, String id, List<String> emails) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        MonitorActionGroup resource = new MonitorActionGroup(
                this,
                "Resource",
                MonitorActionGroupConfig.builder()
                        .name(stack.nameOf(this, AzureResource.ACTION_GROUP, null))
                        .resourceGroupName(stack.resourceGroupName())
                        // At most 12 characters; it opens the subject of every mail.
                        .shortName(shortName(stack))
                        .emailReceiver(
                                emails.stream().map(ActionGroup::receiver).toList())
                        .tags(stack.tags())
                        .build());
        this.actionGroupId = resource.getId();
    }

    /** The Azure id of the group. */
    public String actionGroupId() {
        return actionGroupId;
    }

    private static String shortName(PlatformStack stack) {
        String name = stack.environment().settings().workload() + "-"
                + stack.environment().name();
        return name.substring(0, Math.min(name.length(), 12));
    }

    private static MonitorActionGroupEmailReceiver receiver(String email) {
        return MonitorActionGroupEmailReceiver.builder()
                .name(email)
                .emailAddress(email)
                .useCommonAlertSchema(true)
                .build();
    }
}
