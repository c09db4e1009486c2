package io.terralake.deployhook;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a run is: a bar on a terminal, nothing elsewhere. */
final class RunProgress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private RunProgress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static RunProgress of(PrintWriter out, long steps) {
        out.flush();
        return new RunProgress(
                System.console() == null || steps == 0
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName("deploy hook")
                                .setInitialMax(steps)
                                .build());
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
