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

    /** A plan of what is deployed has nothing to do, to outputs neither, and no {@code check} of it fails. */
    public DeployedStackAssert staysAsItIs() {
        Plan second = actual.plan();
        if (!second.isEmpty()) {
            failWithMessage(
                    "the second plan of %s changes what was just deployed: %s, outputs: %s%n%s",
                    actual.name(), second.actions(), second.outputs(), second.changes());
        }
        if (!second.failedChecks().isEmpty()) {
            failWithMessage("checks of %s fail: %s", actual.name(), second.failedChecks());
        }
        return this;
    }

    /** Another version of it can be deployed over it, and nothing is deleted or replaced by that. */
    public DeployedStackAssert changesInPlace(DeployedStack other) {
        Plan plan = planOver(other);
        if (plan.isEmpty()) {
            failWithMessage("the other version of %s changes nothing", actual.name());
        }
        if (!plan.deleted().isEmpty()) {
            failWithMessage(
                    "the other version of %s deletes or replaces %s%n%s",
                    actual.name(), plan.deleted(), plan.of(plan.deleted()));
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
        Plan plan = planOver(other);
        Set<String> lost = new TreeSet<>(plan.deleted());
        if (!lost.equals(new TreeSet<>(agreed))) {
            failWithMessage(
                    "the other version of %s deletes or replaces %s, agreed to is %s%n%s",
                    actual.name(), lost, new TreeSet<>(agreed), plan.of(lost));
        }
        return this;
    }

    /** Over nothing, or something else, a plan would replace nothing whatever it is. */
    private Plan planOver(DeployedStack other) {
        isApplied();
        if (!other.isVersionOf(actual)) {
            failWithMessage(
                    "%s is no version of %s: it has another name, or is in another workspace",
                    other.name(), actual.name());
        }
        return other.plan();
    }

    private void isApplied() {
        if (!actual.wasApplied()) {
            failWithMessage("nothing of %s is deployed: apply it first", actual.name());
        }
    }

    /** All of it, which was applied before, can be taken away. */
    public DeployedStackAssert destroys() {
        isApplied();
        succeeds("destroy", actual.destroy());
        return this;
    }

    private void succeeds(String command, Run run) {
        if (run.exitCode() != 0) {
            failWithMessage("terraform %s of %s failed:%n%s", command, actual.name(), actual.why(run));
        }
    }
}
