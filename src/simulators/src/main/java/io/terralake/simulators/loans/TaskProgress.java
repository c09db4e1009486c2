package io.terralake.simulators.loans;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a task is: a bar on a terminal, nothing elsewhere. */
final class TaskProgress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private TaskProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static TaskProgress of(PrintWriter out, String task, long steps) {
        out.flush();
        return new TaskProgress(
                System.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName(task)
                                .setInitialMax(steps)
                                .build());
    }

    void step(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
