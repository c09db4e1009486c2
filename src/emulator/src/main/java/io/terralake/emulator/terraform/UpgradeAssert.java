package io.terralake.emulator.terraform;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/** What must hold for an upgrade. Agreed to is, by stack, a collection of addresses such as {@code azurerm_storage_account.Lake}. */
public final class UpgradeAssert extends AbstractAssert<UpgradeAssert, Upgrade> {

    private UpgradeAssert(Upgrade upgrade) {
        super(upgrade, UpgradeAssert.class);
    }

    /** Starts an assertion. */
    public static UpgradeAssert assertThat(Upgrade upgrade) {
        return new UpgradeAssert(upgrade);
    }

    /** Nothing was deleted or replaced but what was agreed to. */
    public UpgradeAssert replacesNoMoreThan(Map<String, ? extends Collection<String>> agreed) {
        Map<String, Set<String>> lost = without(actual.deleted(), agreed);
        if (!lost.isEmpty()) {
            failWithMessage("the upgrade deletes or replaces what was not agreed to: %s%n%s", lost, actual.of(lost));
        }
        return this;
    }

    /** Just what was agreed to was deleted or replaced, so that the agreement says no more than is true. */
    public UpgradeAssert replacesOnly(Map<String, ? extends Collection<String>> agreed) {
        replacesNoMoreThan(agreed);
        Map<String, Set<String>> kept = without(agreed, actual.deleted());
        if (!kept.isEmpty()) {
            failWithMessage("the upgrade keeps what was agreed to be deleted or replaced: %s", kept);
        }
        return this;
    }

    private static Map<String, Set<String>> without(
            Map<String, ? extends Collection<String>> all, Map<String, ? extends Collection<String>> some) {
        Map<String, Set<String>> rest = new TreeMap<>();
        all.forEach((stack, addresses) -> {
            Set<String> left = new TreeSet<>(addresses);
            if (some.containsKey(stack)) {
                left.removeAll(some.get(stack));
            }
            if (!left.isEmpty()) {
                rest.put(stack, left);
            }
        });
        return rest;
    }
}
