package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroup;
import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_action_group.MonitorActionGroupEmailReceiver;
import io.terralake.core.ImportedId;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/** The people whom alerts are mailed to. */
public final class ActionGroup extends StackPart implements IActionGroup {
    private final String actionGroupId;

    public ActionGroup(Construct scope, String id, ActionGroupProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        MonitorActionGroup resource = new MonitorActionGroup(
                this,
                "Resource",
                MonitorActionGroupConfig.builder()
                        .name(stack.nameOf(this, MonitorNames.ACTION_GROUP, null))
                        .resourceGroupName(place.resourceGroupName())
                        // At most 12 characters; it opens the subject of every mail.
                        .shortName(shortName(stack))
                        .emailReceiver(props.emails().stream()
                                .map(ActionGroup::receiver)
                                .toList())
                        .tags(stack.tags())
                        .build());
        this.actionGroupId = resource.getId();
    }

    /**
     * An existing group.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of an action group
     */
    public static IActionGroup fromActionGroupId(Construct scope, String id, String actionGroupId) {
        return new Imported(scope, id, actionGroupId);
    }

    @Override
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
                .name(TerraformText.literal(email))
                .emailAddress(TerraformText.literal(email))
                .useCommonAlertSchema(true)
                .build();
    }

    private static final class Imported extends StackPart implements IActionGroup {
        private final String actionGroupId;

        private Imported(Construct scope, String id, String actionGroupId) {
            super(scope, id);
            this.actionGroupId = new ImportedId(this, actionGroupId, "Microsoft.Insights/actionGroups").toString();
        }

        @Override
        public String actionGroupId() {
            return actionGroupId;
        }
    }
}
