package io.terralake.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class TreeTests {
    private final PlatformStack stack = Stacks.publicStack();
    private final Construct zone = new Part(new Part(stack, "Lake"), "raw/cars");

    @Test
    void knowsPathsAsCdktfDoes() {
        assertThat(Tree.pathOf(zone)).isEqualTo(zone.getNode().getPath()).endsWith("test-stack/Lake/raw--cars");
        assertThat(Tree.idOf(zone)).isEqualTo(zone.getNode().getId()).isEqualTo("raw--cars");
        assertThat(Tree.idOf(stack)).isEqualTo("test-stack");
    }

    @Test
    void namesWhatIsInAStackByItsPath() {
        assertThat(Tree.nameOf(zone)).isEqualTo("Lake-raw--cars");
    }

    @Test
    void knowsPathsBelowConstructsOfOtherKinds() {
        Construct other = new Construct(zone, "Other");
        assertThat(Tree.pathOf(new Part(other, "Part"))).endsWith("/Lake/raw--cars/Other/Part");
        assertThat(Tree.partOf(other, "Part")).isInstanceOf(Part.class);
        assertThat(PlatformStack.of(other)).isSameAs(stack);
    }

    @Test
    void findsPartsByTheirIds() {
        assertThat(Tree.partOf(new Part(stack, "Empty"), "raw/cars")).isNull();
        assertThat(Tree.partOf(stack, "Lake")).isInstanceOf(Part.class);
        assertThat(Tree.partOf((Construct) zone.getNode().getScope(), "raw/cars"))
                .isSameAs(zone);
    }

    @Test
    void knowsTheStackOfAPart() {
        assertThat(PlatformStack.of(zone)).isSameAs(stack);
    }

    private static final class Part extends StackPart {
        Part(Construct scope, String id) {
            super(scope, id);
        }
    }
}
