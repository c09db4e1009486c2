package io.terralake.functions.deviceimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesTests {
    private final List<Long> pauses = new ArrayList<>();
    private final Retries retries = new Retries(time -> pauses.add(time.toSeconds()));
    private int attempts;

    @AfterEach
    void clear() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void tryAgainUntilItWorks() {
        assertThat(retries.call(() -> failing(3, UnavailableException.passing("x", null))))
                .isEqualTo("done");
        assertThat(pauses).containsExactly(1L, 2L, 4L);
    }

    @Test
    void giveUpAfterFourAttempts() {
        assertThatThrownBy(() -> retries.call(() -> failing(4, UnavailableException.passing("x", null))))
                .hasMessage("x");
        assertThat(attempts).isEqualTo(4);
    }

    @Test
    void waitAsLongAsTheServiceAsks() {
        retries.call(() -> failing(2, UnavailableException.until("x", Duration.ofSeconds(30))));
        assertThat(pauses).containsExactly(30L, 30L);
        pauses.clear();
        attempts = 0;
        retries.call(() -> failing(2, UnavailableException.until("x", Duration.ZERO)));
        assertThat(pauses).containsExactly(1L, 2L);
    }

    @Test
    void leaveItToTheQueueWhenThatIsLong() {
        assertThatThrownBy(() ->
                        retries.call(() -> failing(1, UnavailableException.until("x", Duration.ofSeconds(31)))))
                .hasMessage("x");
        assertThat(pauses).isEmpty();
    }

    @Test
    void leaveToTheQueueWhatSomebodyMustMend() {
        assertThatThrownBy(() -> retries.call(() -> failing(1, UnavailableException.lasting("x", null))))
                .hasMessage("x");
        assertThat(attempts).isOne();
    }

    @Test
    void passOnWhatIsRefused() {
        assertThatThrownBy(() -> retries.call(() -> failing(1, new RejectedException("no"))))
                .hasMessage("no");
        assertThat(attempts).isOne();
    }

    @Test
    void endWithTheInvocation() {
        Retries ended = new Retries(time -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> ended.call(() -> failing(1, UnavailableException.passing("x", null))))
                .hasMessage("x");
        assertThat(Thread.interrupted()).isTrue();
    }

    private String failing(int times, RuntimeException failure) {
        attempts++;
        if (attempts <= times) {
            throw failure;
        }
        return "done";
    }
}
