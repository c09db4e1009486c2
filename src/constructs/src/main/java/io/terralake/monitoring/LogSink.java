package io.terralake.monitoring;

import io.terralake.core.PlatformStack;
import java.util.Optional;
import software.constructs.Construct;

/** Where diagnostic logs are sent: {@code stack.share(LogSink.class, logs)} sends those of a whole stack. */
public interface LogSink {

    /** The Azure id of the Log Analytics workspace that takes the logs. */
    String workspaceId();

    /** Where the logs of a construct's stack go; empty as long as nobody said. */
    static Optional<LogSink> of(Construct construct) {
        return PlatformStack.of(construct).find(LogSink.class);
    }
}
