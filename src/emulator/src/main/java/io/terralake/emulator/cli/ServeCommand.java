package io.terralake.emulator.cli;

import io.terralake.emulator.Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the command start starts: an emulator that goes on until it is told to end. */
@Command(name = "serve", hidden = true, description = "Emulates until it is told to end.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    Options options = new Options();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (options.state == null) {
            throw new ParameterException(spec.commandLine(), "--state is missing");
        }
        Path state = options.state;
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (Emulator emulator = Emulator.start(options.checked(spec))) {
            new Running(ProcessHandle.current().pid(), emulator.environment()).write(state);
            end.await();
            // Before the state is free for the next one, whose file it would be.
            Files.deleteIfExists(Running.file(state));
            emulator.notEmulated()
                    .forEach(request -> spec.commandLine().getErr().println("not emulated: " + request));
        } finally {
            ended.countDown();
        }
        return 0;
    }
}
