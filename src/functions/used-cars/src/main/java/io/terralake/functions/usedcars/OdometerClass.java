package io.terralake.functions.usedcars;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Prices of the cars whose odometers are in a class.
 *
 * @param odometer where the class begins, in kilometres; it ends before the next multiple of {@link #WIDTH}
 * @param listings how many, at least 1
 * @param prices the sum of their prices
 * @param lowestPrice the lowest
 * @param highestPrice the highest
 */
public record OdometerClass(
        int odometer, int listings, @JsonIgnore long prices, int lowestPrice, int highestPrice) {

    /** How wide a class is, in kilometres. */
    public static final int WIDTH = 10_000;

    /**
     * The average.
     *
     * @return dollars
     */
    @JsonProperty
    public double averagePrice() {
        return (double) prices / listings;
    }
}
