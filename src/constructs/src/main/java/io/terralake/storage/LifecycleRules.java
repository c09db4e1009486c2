package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_management_policy.StorageManagementPolicy;
import com.hashicorp.cdktf.providers.azurerm.storage_management_policy.StorageManagementPolicyConfig;
import com.hashicorp.cdktf.providers.azurerm.storage_management_policy.StorageManagementPolicyRule;
import com.hashicorp.cdktf.providers.azurerm.storage_management_policy.StorageManagementPolicyRuleActions;
import com.hashicorp.cdktf.providers.azurerm.storage_management_policy.StorageManagementPolicyRuleActionsBaseBlob;
import com.hashicorp.cdktf.providers.azurerm.storage_management_policy.StorageManagementPolicyRuleFilters;
import io.terralake.core.ConstructException;
import io.terralake.core.StackPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The account's one lifecycle policy, with a rule for each container that moves or deletes blobs. */
public final class LifecycleRules {
    private final StackPart account;
    private final String accountId;
    private final List<StorageManagementPolicyRule> rules = new ArrayList<>();
    private @Nullable StorageManagementPolicy policy;

    /**
     * Starts without a rule, and without a policy.
     *
     * @param account the construct of the account, which the policy becomes a child of
     * @param accountId its Azure id
     */
    public LifecycleRules(StackPart account, String accountId) {
        this.account = account;
        this.accountId = accountId;
    }

    /**
     * Adds a rule, if there is anything to do.
     *
     * @param zone the container's name
     * @throws ConstructException when the policy is full
     */
    public void add(String zone, Tiering tiering) {
        if (tiering.isEmpty()) {
            return;
        }
        if (rules.size() == Tiering.MOST_ZONES) {
            throw new ConstructException(
                    account,
                    "zone \"%s\": %d zones of a lake can have tiers at most".formatted(zone, Tiering.MOST_ZONES));
        }
        rules.add(rule(zone, tiering));
        if (policy == null) {
            policy = new StorageManagementPolicy(
                    account,
                    "Lifecycle",
                    StorageManagementPolicyConfig.builder()
                            .storageAccountId(accountId)
                            .build());
        }
        policy.putRule(rules);
    }

    private static StorageManagementPolicyRule rule(String zone, Tiering tiering) {
        return StorageManagementPolicyRule.builder()
                .name(zone)
                .enabled(true)
                .filters(StorageManagementPolicyRuleFilters.builder()
                        // The slash keeps the rule from zones whose names begin alike.
                        .prefixMatch(List.of(zone + "/"))
                        .blobTypes(List.of("blockBlob"))
                        .build())
                .actions(StorageManagementPolicyRuleActions.builder()
                        .baseBlob(StorageManagementPolicyRuleActionsBaseBlob.builder()
                                .tierToCoolAfterDaysSinceModificationGreaterThan(tiering.coolAfterDays())
                                .tierToColdAfterDaysSinceModificationGreaterThan(tiering.coldAfterDays())
                                .tierToArchiveAfterDaysSinceModificationGreaterThan(tiering.archiveAfterDays())
                                .deleteAfterDaysSinceModificationGreaterThan(tiering.deleteAfterDays())
                                .build())
                        .build())
                .build();
    }
}
