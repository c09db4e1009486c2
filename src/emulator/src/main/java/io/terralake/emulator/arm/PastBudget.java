package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * A new budget that began in a month that is over.
 */
final class PastBudget implements Refusal {
    private static final int DATE_LENGTH = "2026-01-01".length();

    @Override
    public String code() {
        return "BudgetStartDate";
    }

    @Override
    public String says() {
        return "a new budget starts before the current month";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/rest/api/consumption/budgets/create-or-update";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        String start = request.method().equals("PUT")
                ? request.json().at("/properties/timePeriod/startDate").asText()
                : "";
        if (!id.type().toLowerCase(Locale.ROOT).equals("microsoft.consumption/budgets")
                || start.length() < DATE_LENGTH
                || store.has(Space.RESOURCES, id.key())) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(LocalDate.parse(start.substring(0, DATE_LENGTH)));
        return month.isBefore(YearMonth.now(ZoneOffset.UTC))
                ? Optional.of(Reply.error(
                        400,
                        "400",
                        "Invalid budget start date %s: it must be on or after the current month.".formatted(start)))
                : Optional.empty();
    }
}
