package io.terralake.emulator.terraform;

import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/** What must hold for a stack in an emulated Azure. Failures show what Terraform said. */
public final class DeployedStackAssert extends AbstractAssert<DeployedStackAssert, DeployedStack> {

    private DeployedStackAssert(DeployedStack stack) {
        super(stack, DeployedStackAssert.class);
    }

    /** Starts an assertion. */
    public static DeployedStackAssert assertThat(DeployedStack stack) {
        return new DeployedStackAssert(stack);
    }

    /** It can be deployed, and a second plan has nothing to do. */
    public DeployedStackAssert appliesAndStaysAsItIs() {
        return applies().staysAsItIs();
    }

    /** It can be deployed. */
    public DeployedStackAssert applies() {
        succeeds("apply", actual.apply());
        return this;
    }

    /** A plan of what is deployed has nothing to do. */
    public DeployedStackAssert staysAsItIs() {
        Plan second = actual.plan();
        if (!second.isEmpty()) {
            failWithMessage(
                    "the second plan of %s changes what was just deployed: %s", actual.name(), second.actions());
        }
        return this;
    }

    /** Another version of it can be deployed over it, and nothing is deleted or replaced by that. */
    public DeployedStackAssert changesInPlace(DeployedStack other) {
        Plan plan = other.plan();
        if (plan.isEmpty()) {
            failWithMessage("the other version of %s changes nothing", actual.name());
        }
        if (!plan.deleted().isEmpty()) {
            failWithMessage("the other version of %s deletes or replaces %s", actual.name(), plan.deleted());
        }
        succeeds("apply", other.apply());
        return this;
    }

    /**
     * Another version of it would neither delete nor replace anything that is deployed. It is planned only. A construct that has another
     * id is something else to Terraform: the old one would be deleted.
     */
    public DeployedStackAssert replacesNothing(DeployedStack other) {
        return replacesOnly(other, Set.of());
    }

    /**
     * The same but for what was agreed to.
     *
     * @param agreed addresses, such as {@code azurerm_storage_account.Lake}; one that stays makes the assertion fail too, so that the
     *     list says no more than is true
     */
    public DeployedStackAssert replacesOnly(DeployedStack other, Set<String> agreed) {
        Set<String> lost = new TreeSet<>(other.plan().deleted());
        if (!lost.equals(new TreeSet<>(agreed))) {
            failWithMessage(
                    "the other version of %s deletes or replaces %s, agreed to is %s",
                    actual.name(), lost, new TreeSet<>(agreed));
        }
        return this;
    }

    /** All of it can be taken away. */
    public DeployedStackAssert destroys() {
        succeeds("destroy", actual.destroy());
        return this;
    }

    private void succeeds(String command, Run run) {
        if (run.exitCode() != 0) {
            failWithMessage("terraform %s of %s failed:%n%s", command, actual.name(), run.errors());
        }
    }
}
