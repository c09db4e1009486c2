package io.terralake.stacks;

import io.terralake.assertions.AddressContract;
import io.terralake.assertions.CommittedText;
import io.terralake.assertions.MermaidDiagram;
import io.terralake.assertions.Snapshots;
import io.terralake.assertions.SynthesizedStack;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is committed about the platform is what it synthesizes to. */
class CommittedTests {

    @Test
    void snapshotsAreCurrent() {
        Snapshots.in(Path.of("..", "main.tf.json.snapshots")).verify(Platform.app());
    }

    @Test
    void statefulResourcesKeepTheirAddresses() {
        AddressContract.at(Path.of("stateful-addresses.txt")).verify(Platform.app());
    }

    @Test
    void diagramsAreCurrent() {
        String diagrams =
                Platform.app().stacks().stream().map(CommittedTests::section).collect(Collectors.joining("\n"));
        CommittedText.at(Path.of("..", "docs", "architecture.md")).verify("""
                        # Architecture

                        A diagram for each stack, drawn from what it synthesizes to by `MermaidDiagram`: a box is a construct
                        directly under the stack, an arrow is a reference, named where it is more than that.

                        """ + diagrams);
    }

    private static String section(SynthesizedStack stack) {
        return "## %s\n\n```mermaid\n%s```\n".formatted(stack.name(), MermaidDiagram.of(stack));
    }
}
