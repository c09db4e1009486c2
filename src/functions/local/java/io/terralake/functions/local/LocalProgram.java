package io.terralake.functions.local;

import io.terralake.input.InputException;
import picocli.CommandLine;

/** A program on one's own machine, which tells what is wrong with its input in one line. */
public final class LocalProgram {
    private static final int BAD_INPUT = 2;

    private LocalProgram() {}

    /**
     * A program of a command.
     *
     * @param command with picocli's annotations
     * @return ends with 2 when the command throws {@link InputException}
     */
    public static CommandLine of(Object command) {
        return new CommandLine(command).setExecutionExceptionHandler((exception, line, parsed) -> {
            if (exception instanceof InputException) {
                line.getErr().println(exception.getMessage());
                return BAD_INPUT;
            }
            throw exception;
        });
    }
}
