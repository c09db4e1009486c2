package io.terralake.functions.modelevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.testing.QuietLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class EventHandlerTests {
    private static final String EVENT = TestEvents.runCompleted("1");

    private final MemoryClaims claims = new MemoryClaims();
    private final List<String> sent = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private boolean arrived;

    private final Dispatches dispatches = new Dispatches() {
        @Override
        public void send(Dispatch dispatch, Runnable last) {
            last.run();
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            sent.add(dispatch.id());
        }

        @Override
        public boolean arrived(String id, Instant since) {
            asked.add("%s since %s".formatted(id, since));
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            return arrived;
        }
    };

    private final EventHandler handler = handler("{}");

    @Test
    void dispatchesAnEventOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(handler.handle(EVENT)).isEmpty();
        }
        assertThat(sent).containsExactly("1");
        assertThat(asked).isEmpty();
        assertThat(claims.states).containsEntry("1", "DONE");
        assertThat(claims.held).isOne();
    }

    /** A filtered event is done, and not remembered. */
    @Test
    void isDoneWithAnEventThatStartsNothing() {
        assertThat(handler("{\"experiments\":[\"other\"]}").handle(EVENT)).isEmpty();
        assertThat(sent).isEmpty();
        assertThat(claims.states).isEmpty();
        handler.handle(EVENT);
        assertThat(sent).hasSize(1);
    }

    @Test
    void waitsForWhoeverHasTheEvent() {
        claims.states.put("1", "BUSY");
        assertThatThrownBy(() -> handler.handle(EVENT))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the event \"1\" is being dispatched just now");
        assertThat(sent).isEmpty();
        assertThat(claims.states).containsEntry("1", "BUSY");
    }

    @Test
    void asksWhetherAnEventArrivedThatSomebodyLeft() {
        claims.states.put("1", "LEFT");
        arrived = true;
        assertThat(handler.handle(EVENT)).isEmpty();
        assertThat(asked).containsExactly("1 since 2026-11-26T08:00:00Z");
        assertThat(sent).isEmpty();
        assertThat(claims.states).containsEntry("1", "DONE");
    }

    @Test
    void dispatchesAnEventThatDidNotArrive() {
        claims.states.put("1", "LEFT");
        assertThat(handler.handle(EVENT)).isEmpty();
        assertThat(asked).hasSize(1);
        assertThat(sent).containsExactly("1");
    }

    /** The dispatch may have arrived: the next delivery asks, and not this one again. */
    @Test
    void leavesAnEventWhoseDispatchIsNotSure() {
        failures.add(UnavailableException.lasting("GitHub answers 502", null));
        assertThatThrownBy(() -> handler.handle(EVENT)).hasMessage("GitHub answers 502");
        assertThat(claims.states).containsEntry("1", "LEFT");
        assertThat(pauses).isEmpty();
        handler.handle(EVENT);
        assertThat(asked).hasSize(1);
        assertThat(sent).containsExactly("1");
    }

    @Test
    void triesAgainAtOnceWhatSurelyDidNotArrive() {
        failures.add(UnavailableException.passing("away", null));
        failures.add(UnavailableException.until("GitHub wants no requests", Duration.ofSeconds(30)));
        assertThat(handler.handle(EVENT)).isEmpty();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(30));
        assertThat(claims.held).isEqualTo(3);
        assertThat(sent).containsExactly("1");

        failures.add(UnavailableException.until("GitHub wants no requests", Duration.ofSeconds(31)));
        assertThatThrownBy(() -> handler.handle(TestEvents.runCompleted("2"))).hasMessage("GitHub wants no requests");
    }

    /** The store was away after the dispatch: it is found out later. */
    @Test
    void asksWhenItCouldNotWriteDownThatItIsDone() {
        claims.away = true;
        assertThatThrownBy(() -> handler.handle(EVENT)).hasMessage("the claims are away");
        claims.away = false;
        arrived = true;
        assertThat(handler.handle(EVENT)).isEmpty();
        assertThat(sent).containsExactly("1");
    }

    @Test
    void poisonsWhatGitHubRefusesAndTakesItWhenItIsBroughtBack() {
        failures.add(new RejectedException("GitHub answers 404: \"Not Found\""));
        assertThat(handler.handle(EVENT).orElseThrow())
                .startsWith("{\"reason\":\"GitHub answers 404: \\\"Not Found\\\"\",\"message\":\"{\\\"topic\\\"");
        assertThat(claims.states).isEmpty();
        assertThat(handler.handle(EVENT)).isEmpty();
        assertThat(sent).containsExactly("1");
    }

    /** Somebody who looks decides. */
    @Test
    void poisonsWhatCannotBeFoundOut() {
        claims.states.put("1", "LEFT");
        failures.add(new RejectedException("GitHub answers 403: \"no\""));
        assertThat(handler.handle(EVENT).orElseThrow()).contains("GitHub answers 403");
        assertThat(claims.states).containsEntry("1", "LEFT");
        arrived = true;
        assertThat(handler.handle(EVENT)).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void poisonsWhatIsNoEvent() {
        assertThat(handler.handle("no"))
                .contains("{\"reason\":\"the message is no JSON: \\\"no\\\"\",\"message\":\"no\"}");
        assertThat(handler.handle("{\"id\":\"1\"}").orElseThrow())
                .startsWith(
                        "{\"reason\":\"/eventType: is missing; /subject: is missing; /eventTime: is missing; /data: is");
        assertThat(claims.states).isEmpty();
    }

    @Test
    void takesAList() {
        String batch = "[%s,{},%s,%s]".formatted(EVENT, TestEvents.runCompleted("2"), EVENT);
        assertThat(handler.handle(batch).orElseThrow()).startsWith("{\"reason\":\"/1/id: is missing; ");
        assertThat(sent).containsExactly("1", "2");
    }

    private EventHandler handler(String filters) {
        return new EventHandler(Filters.of(filters), claims, dispatches, new Retries(pauses::add));
    }
}
