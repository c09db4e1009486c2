package io.terralake.emulator.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Gives a child the signals that would end this process, which outlives it. The JDK has no public way to take a signal without ending, and its
 * compiler warns of the other one: hence the reflection.
 */
final class Signals {
    private final Map<Object, Object> before = new LinkedHashMap<>();
    private final CompletableFuture<Process> child = new CompletableFuture<>();

    private Signals() {}

    /** Takes them from now on; what comes before there is a child is for it all the same. */
    static Signals take() {
        Signals signals = new Signals();
        signals.take("TERM", Process::destroy);
        signals.take("INT", Signals::interrupt);
        return signals;
    }

    void giveTo(Process started) {
        child.complete(started);
    }

    void takeBack() {
        before.forEach((signal, handler) -> {
            try {
                handle(signal, handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void take(String name, Consumer<Process> does) {
        try {
            Object signal = Class.forName("sun.misc.Signal")
                    .getConstructor(String.class)
                    .newInstance(name);
            before.put(signal, handle(signal, handler(() -> child.thenAccept(does))));
        } catch (InvocationTargetException e) {
            // The virtual machine was told to leave signals alone.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object handle(Object signal, Object handler) throws ReflectiveOperationException {
        return signal.getClass()
                .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal, handler);
    }

    private static Object handler(Runnable does) throws ClassNotFoundException {
        Class<?> type = Class.forName("sun.misc.SignalHandler");
        return Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals("handle")) {
                does.run();
                return null;
            }
            return method.invoke(does, given);
        });
    }

    private static void interrupt(Process child) {
        if (isInForeground()) {
            // The terminal told the child too. Terraform takes a second time for an order to drop everything.
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start();
        } catch (IOException e) {
            child.destroy();
        }
    }

    private static boolean isInForeground() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            // After the name, which may have blanks: state, parent, group, session, terminal, its foreground group.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[2].equals(fields[5]);
        } catch (IOException e) {
            return System.console() != null;
        }
    }
}
