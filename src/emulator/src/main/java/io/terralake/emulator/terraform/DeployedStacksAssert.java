package io.terralake.emulator.terraform;

import org.assertj.core.api.AbstractAssert;

/** What must hold for all stacks of an app together. */
public final class DeployedStacksAssert extends AbstractAssert<DeployedStacksAssert, DeployedStacks> {

    private DeployedStacksAssert(DeployedStacks stacks) {
        super(stacks, DeployedStacksAssert.class);
    }

    /** Starts an assertion. */
    public static DeployedStacksAssert assertThat(DeployedStacks stacks) {
        return new DeployedStacksAssert(stacks);
    }

    /** All can be deployed, each after what it depends on, and when all are, a second plan of each has nothing to do. */
    public DeployedStacksAssert applyAndStayAsTheyAre() {
        return apply().stayAsTheyAre();
    }

    /** All can be deployed, each after what it depends on. */
    public DeployedStacksAssert apply() {
        actual.inOrder(stack -> DeployedStackAssert.assertThat(stack).applies());
        return this;
    }

    /** A plan of what is deployed has nothing to do. */
    public DeployedStacksAssert stayAsTheyAre() {
        actual.inOrder(stack -> DeployedStackAssert.assertThat(stack).staysAsItIs());
        return this;
    }

    /** All can be taken away, each after what depends on it. */
    public DeployedStacksAssert destroy() {
        actual.inReverse(stack -> DeployedStackAssert.assertThat(stack).destroys());
        return this;
    }
}
