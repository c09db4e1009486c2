package io.terralake.deployhook;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a run is: a bar on a terminal, nothing elsewhere. */
final class Progress implements AutoCloseable {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress of(PrintWriter out, long steps) {
        out.flush();
        return new Progress(
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
