package io.terralake.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java in a process of its own, with the classes of the tests. */
public final class Jvm {
    private Jvm() {}

    /** A program that is not started yet; its errors come with its output. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** All that a process prints until it ends. */
    public static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }
}
