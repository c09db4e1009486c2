package io.terralake.cars;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A listing of a used car: nine fields, in the order of {@link #KEYS}.
 *
 * @param rego the registration: three letters A to Z and three digits
 * @param brand such as {@code Toyota}
 * @param model such as {@code A}
 * @param trim its number
 * @param year the year that it was built in
 * @param odometer what it ran, in kilometres, not negative
 * @param price what is asked for it, in dollars, not negative
 * @param listed the day that it was put up for sale
 * @param removed the day that the listing ended, not before {@code listed}
 */
public record UsedCar(
        String rego,
        String brand,
        String model,
        int trim,
        int year,
        int odometer,
        int price,
        LocalDate listed,
        LocalDate removed) {

    /** The keys of the JSON object, exactly these and in this order. */
    public static final List<String> KEYS =
            List.of("Rego", "Brand", "Model", "Trim", "Year", "Odometer", "Price", "Date listed", "Date removed");

    /** What follows a day in the JSON object. */
    public static final String MIDNIGHT = " 00:00:00";

    /**
     * How long the car was for sale.
     *
     * @return days from listing to removal
     */
    public int turnover() {
        return Math.toIntExact(ChronoUnit.DAYS.between(listed, removed));
    }

    /**
     * The record as it is sent and stored.
     *
     * @return a JSON object in one line
     */
    public String toJson() {
        StringBuilder json = new StringBuilder(192).append("{\"Rego\":");
        quote(rego, json);
        quote(brand, json.append(",\"Brand\":"));
        quote(model, json.append(",\"Model\":"));
        json.append(",\"Trim\":").append(trim);
        json.append(",\"Year\":").append(year);
        json.append(",\"Odometer\":").append(odometer);
        json.append(",\"Price\":").append(price);
        json.append(",\"Date listed\":\"").append(listed).append(MIDNIGHT);
        json.append("\",\"Date removed\":\"").append(removed).append(MIDNIGHT);
        return json.append("\"}").toString();
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ') {
                json.append("\\u%04x".formatted((int) letter));
            } else {
                if (letter == '"' || letter == '\\') {
                    json.append('\\');
                }
                json.append(letter);
            }
        }
        json.append('"');
    }
}
