package io.terralake.functions.usedcars.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LocalCommandTests {
    private static final String SILVER = "src/test/resources/silver";

    private record Outcome(int code, String output, String errors) {}

    @Test
    void wantsATable() {
        assertThat(run()).isEqualTo(new Outcome(2, "", run().errors()));
        assertThat(run().errors()).startsWith("Missing required option: '--silver=<silver>'");
        assertThat(run("--silver", "src/test"))
                .isEqualTo(
                        new Outcome(2, "", "--silver \"src/test\" is no Delta table: the job used-cars makes one\n"));
    }

    @Test
    void wantsAPortThatThereIs() {
        for (String port : new String[] {"-1", "65536"}) {
            assertThat(run("--silver", SILVER, "--port", port))
                    .isEqualTo(new Outcome(2, "", "--port %s is not allowed: 0 to 65535\n".formatted(port)));
        }
    }

    @Test
    void helps() {
        assertThat(run("--help").output()).contains("--silver=<silver>", "--port=<port>", "default: 8080");
    }

    private static Outcome run(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        CommandLine line =
                LocalCommand.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
        return new Outcome(line.execute(arguments), output.toString(), errors.toString());
    }
}
