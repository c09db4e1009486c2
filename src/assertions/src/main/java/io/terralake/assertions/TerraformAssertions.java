package io.terralake.assertions;

import com.hashicorp.cdktf.TerraformStack;

/** Where assertions on stacks start: {@code import static io.terralake.assertions.TerraformAssertions.assertThat}. */
public final class TerraformAssertions {
    private TerraformAssertions() {}

    /** Synthesizes a stack to make assertions on it. */
    public static StackAssert assertThat(TerraformStack stack) {
        return assertThat(SynthesizedStack.of(stack));
    }

    public static StackAssert assertThat(SynthesizedStack stack) {
        return new StackAssert(stack);
    }
}
