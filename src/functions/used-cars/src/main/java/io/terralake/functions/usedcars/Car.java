package io.terralake.functions.usedcars;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A listing as it is stored and answered, under the names of the silver table's columns.
 *
 * @param rego the registration: three letters A to Z and three digits
 * @param brand not blank
 * @param model not blank
 * @param trim its number
 * @param year the year that it was built in
 * @param odometer kilometres, not negative
 * @param price dollars, not negative
 * @param listed the day that it was put up for sale, {@code yyyy-MM-dd}; with {@code rego} the key
 * @param removed the day that the listing ended, {@code yyyy-MM-dd}
 * @param turnover days from listing to removal
 */
@JsonPropertyOrder({
    "Rego",
    "Brand",
    "Model",
    "Trim",
    "Year",
    "Odometer",
    "Price",
    "Date listed",
    "Date removed",
    "Turnover"
})
public record Car(
        @JsonProperty("Rego") String rego,
        @JsonProperty("Brand") String brand,
        @JsonProperty("Model") String model,
        @JsonProperty("Trim") int trim,
        @JsonProperty("Year") int year,
        @JsonProperty("Odometer") int odometer,
        @JsonProperty("Price") int price,
        @JsonProperty("Date listed") String listed,
        @JsonProperty("Date removed") String removed,
        @JsonProperty("Turnover") int turnover) {}
