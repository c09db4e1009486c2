package io.terralake.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuartzCronTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 5 * * ?",
                "0 0/15 8-18 ? * MON-FRI",
                "0 5,35 * ? * 2,4",
                "0 0 0 L * ?",
                "0 0 0 L-3 JAN,JUL ?",
                "0 0 0 15W * ?",
                "0 0 0 LW * ? 2026-2030",
                "0 0 0 ? * 6#3",
                "0 0 0 ? * friL",
                "0 0 0 1/31 * ?",
                "0 0 0 31W * ?",
                "0 0 0 L-30 * ?",
                "*/10 * * * * ?"
            })
    void takesWhatQuartzTakes(String cron) {
        assertThat(QuartzCron.problem(cron)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 5 * * * | seconds, minutes, hours, day of month, month, day of week
                    0 0 5 * * ? 2026 1 | seconds, minutes, hours, day of month, month, day of week
                    0 0 5 * * * | one of day of month and day of week is ?, the other is not
                    0 0 5 ? * ? | one of day of month and day of week is ?, the other is not
                    0 0 5 1 * MON | one of day of month and day of week is ?, the other is not
                    60 0 5 * * ? | seconds cannot be "60", allowed are 0 to 59
                    0 0 24 * * ? | hours cannot be "24", allowed are 0 to 23
                    0 0 5 0 * ? | day of month cannot be "0", allowed are 1 to 31
                    0 0 5 * 13 ? | month cannot be "13", allowed are 1 to 12 or JAN to DEC
                    0 0 5 ? * 0 | day of week cannot be "0", allowed are 1 to 7 or SUN to SAT
                    0 0 5 ? * MO | day of week cannot be "MO", allowed are 1 to 7 or SUN to SAT
                    0 0/0 5 * * ? | minutes cannot be "0/0", allowed are 0 to 59
                    0 */90 * * * ? | minutes cannot be "*/90", allowed are 0 to 59
                    0 0 */24 * * ? | hours cannot be "*/24", allowed are 0 to 23
                    0 0 0 45W * ? | day of month cannot be "45W", allowed are 1 to 31
                    0 0 0 0W * ? | day of month cannot be "0W", allowed are 1 to 31
                    0 0 0 L-31 * ? | day of month cannot be "L-31", allowed are 1 to 31
                    0 0 0 1,L * ? | day of month cannot be "1,L", allowed are 1 to 31
                    0 0 0 ? * 6#6 | day of week cannot be "6#6", allowed are 1 to 7 or SUN to SAT
                    0 1, 5 * * ? | minutes cannot be "1,", allowed are 0 to 59
                    ? 0 5 * * ? | seconds cannot be "?", allowed are 0 to 59
                    """)
    void refusesWhatQuartzRefuses(String cron, String message) {
        assertThat(QuartzCron.problem(cron)).contains("\"%s\" is no Quartz expression: %s".formatted(cron, message));
    }

    @ParameterizedTest
    @CsvSource({"0 0 5 31 2 ?, 2, 31", "0 0 5 30 FEB ?, FEB, 30"})
    void refusesADayThatNeverComes(String cron, String month, String day) {
        assertThat(QuartzCron.problem(cron))
                .contains("\"%s\" never comes: no month %s has a day %s".formatted(cron, month, day));
        assertThat(QuartzCron.problem("0 0 5 29 2 ?")).isEmpty();
        assertThat(QuartzCron.problem("0 0 5 31 2-3 ?")).isEmpty();
        assertThat(QuartzCron.problem("0 0 5 31 APR,MAY ?")).isEmpty();
        assertThat(QuartzCron.problem("0 0 5 31 4,6 ?")).isNotEmpty();
    }
}
