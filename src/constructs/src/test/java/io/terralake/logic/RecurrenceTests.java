package io.terralake.logic;

import static io.terralake.logic.Recurrence.Frequency.DAY;
import static io.terralake.logic.Recurrence.Frequency.HOUR;
import static io.terralake.logic.Recurrence.Frequency.WEEK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTests {

    @Test
    void startsInItsTimeZone() {
        RecurrenceBuilder daily = Recurrence.builder()
                .frequency(DAY)
                .start(LocalDateTime.of(2026, 1, 1, 5, 0))
                .hours(List.of(17, 5))
                .minutes(List.of(30));
        assertThat(daily.timeZone("W. Europe Standard Time").build().definition())
                .hasToString("{\"type\":\"Recurrence\",\"recurrence\":{\"frequency\":\"Day\",\"interval\":1,"
                        + "\"timeZone\":\"W. Europe Standard Time\",\"startTime\":\"2026-01-01T05:00:00\","
                        + "\"schedule\":{\"hours\":[5,17],\"minutes\":[30]}}}");
        assertThat(daily.timeZone(null)
                        .build()
                        .definition()
                        .at("/recurrence/startTime")
                        .asText())
                .isEqualTo("2026-01-01T05:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"SECOND, 9999999", "MINUTE, 72000", "HOUR, 12000", "DAY, 500", "WEEK, 71", "MONTH, 16"})
    void limitsTheIntervalByTheFrequency(Recurrence.Frequency frequency, int most) {
        RecurrenceBuilder recurrence = Recurrence.builder().frequency(frequency);
        assertThat(recurrence.interval(most).build().interval()).isEqualTo(most);
        assertThatThrownBy(() -> recurrence.interval(most + 1).build())
                .hasMessage("interval of frequency %s of %d is not allowed: 1 to %d", frequency, most + 1, most);
        assertThatThrownBy(() -> recurrence.interval(0).build())
                .hasMessage("interval of frequency %s of 0 is not allowed: 1 to %d", frequency, most);
    }

    @Test
    void refusesWhatTheServiceRefuses() {
        assertThatThrownBy(() ->
                        Recurrence.builder().frequency(HOUR).hours(List.of(1)).build())
                .hasMessage("hours and minutes are not allowed for the frequency HOUR: DAY or WEEK");
        assertThatThrownBy(() ->
                        Recurrence.builder().frequency(WEEK).hours(List.of(24)).build())
                .hasMessage("hour of 24 is not allowed: 0 to 23");
        assertThatThrownBy(() ->
                        Recurrence.builder().frequency(DAY).minutes(List.of(60)).build())
                .hasMessage("minute of 60 is not allowed: 0 to 59");
        assertThatThrownBy(() -> Recurrence.builder()
                        .frequency(DAY)
                        .timeZone("Europe/Berlin")
                        .build())
                .hasMessage(
                        "time zone \"Europe/Berlin\" is not allowed: a time zone's name in Windows, such as UTC or W. Europe Standard Time");
    }
}
