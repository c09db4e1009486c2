package io.terralake.functions.usedcars;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;

/**
 * How long the cars of a model are for sale.
 *
 * @param brand its brand
 * @param model the model
 * @param listings how many, at least 1
 * @param days the sum of their days
 */
public record ModelTurnover(
        String brand,
        String model,
        int listings,
        @JsonIgnore long days) {

    /** By brand, then model. */
    public static final Comparator<ModelTurnover> ORDER =
            Comparator.comparing(ModelTurnover::brand).thenComparing(ModelTurnover::model);

    /**
     * The average.
     *
     * @return days
     */
    @JsonProperty
    public double averageTurnover() {
        return (double) days / listings;
    }
}
