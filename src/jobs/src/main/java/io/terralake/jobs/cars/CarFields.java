package io.terralake.jobs.cars;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.terralake.cars.UsedCar;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a listing while it is read, and the rules that they keep to. */
final class CarFields {
    private static final int LONGEST_NAMED = 40;
    private static final int DAY = "2020-12-31".length();

    private final List<String> reasons;
    private String rego = "";
    private String brand = "";
    private String model = "";
    private int trim;
    private int year;
    private int odometer;
    private int price;
    private @Nullable LocalDate listed;
    private @Nullable LocalDate removed;

    /** @param reasons gets what is wrong */
    CarFields(List<String> reasons) {
        this.reasons = reasons;
    }

    /** Takes the value that the parser is at for a field, by its number in {@link UsedCar#KEYS}. */
    void read(int field, JsonParser value) throws IOException {
        switch (field) {
            case 0 -> rego = rego(value);
            case 1 -> brand = name(1, value);
            case 2 -> model = name(2, value);
            case 3 -> trim = integer(3, value, Integer.MIN_VALUE);
            case 4 -> year = integer(4, value, Integer.MIN_VALUE);
            case 5 -> odometer = integer(5, value, 0);
            case 6 -> price = integer(6, value, 0);
            case 7 -> listed = day(7, value);
            default -> removed = day(8, value);
        }
    }

    /** The listing, which is none when there are reasons. */
    UsedCar car() {
        if (listed != null && removed != null && removed.isBefore(listed)) {
            reasons.add("\"Date removed\" %s is before \"Date listed\" %s".formatted(removed, listed));
        }
        LocalDate from = Objects.requireNonNullElse(listed, LocalDate.EPOCH);
        LocalDate to = Objects.requireNonNullElse(removed, LocalDate.EPOCH);
        return new UsedCar(rego, brand, model, trim, year, odometer, price, from, to);
    }

    private String rego(JsonParser value) throws IOException {
        String text = value.currentToken() == JsonToken.VALUE_STRING ? value.getText() : "";
        boolean right = text.length() == 6;
        for (int i = 0; i < text.length() && right; i++) {
            char letter = text.charAt(i);
            right = i < 3 ? letter >= 'A' && letter <= 'Z' : letter >= '0' && letter <= '9';
        }
        if (!right) {
            refuse(0, value, "three letters A to Z and three digits");
        }
        return text;
    }

    private String name(int field, JsonParser value) throws IOException {
        String text = value.currentToken() == JsonToken.VALUE_STRING ? value.getText() : "";
        if (text.isBlank()) {
            refuse(field, value, "a text that is not blank");
        }
        return text;
    }

    private int integer(int field, JsonParser value, int least) throws IOException {
        if (value.currentToken() == JsonToken.VALUE_NUMBER_INT
                && value.getNumberType() == JsonParser.NumberType.INT
                && value.getIntValue() >= least) {
            return value.getIntValue();
        }
        refuse(field, value, "an integer from %d to %d".formatted(least, Integer.MAX_VALUE));
        return 0;
    }

    private @Nullable LocalDate day(int field, JsonParser value) throws IOException {
        String text = value.currentToken() == JsonToken.VALUE_STRING ? value.getText() : "";
        LocalDate day =
                text.length() == DAY + UsedCar.MIDNIGHT.length() && text.endsWith(UsedCar.MIDNIGHT) ? day(text) : null;
        if (day == null) {
            refuse(field, value, "a day as \"YYYY-MM-DD 00:00:00\"");
        }
        return day;
    }

    private static @Nullable LocalDate day(String text) {
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if (year < 1 || month < 1 || day < 1 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The number that digits make; -1 when they are none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void refuse(int field, JsonParser value, String expected) throws IOException {
        String given = switch (value.currentToken()) {
            case VALUE_STRING -> "\"%s\"".formatted(shorten(value.getText()));
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> shorten(value.getText());
        };
        reasons.add("\"%s\" is %s, expected is %s".formatted(UsedCar.KEYS.get(field), given, expected));
    }

    static String shorten(String text) {
        return text.length() <= LONGEST_NAMED ? text : text.substring(0, LONGEST_NAMED) + "…";
    }
}
