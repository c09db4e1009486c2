package io.terralake.functions.usedcars;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which listings are meant: those that are like each value that there is. {@link #read} is the only way from what a caller sent to here.
 *
 * @param brand exactly this brand
 * @param model exactly this model
 * @param year built in this year, 1900 to 2100
 * @param minPrice at least this price, not negative
 * @param maxPrice at most this price, not below {@code minPrice}
 */
public record Filters(
        @Nullable String brand,
        @Nullable String model,
        @Nullable Integer year,
        @Nullable Integer minPrice,
        @Nullable Integer maxPrice) {

    /** All listings. */
    public static final Filters NONE = new Filters(null, null, null, null, null);

    /** The parameters that filter. */
    static final List<String> NAMES = List.of("brand", "model", "year", "minPrice", "maxPrice");

    /** How many characters a brand or a model has at most that can be asked for. */
    static final int LONGEST_NAME = 100;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /**
     * The filters that a caller gave; what is wrong with them is then in the parameters.
     *
     * @param parameters those of {@link #NAMES} that the operation has
     */
    static Filters read(Parameters parameters) {
        Filters filters = new Filters(
                parameters.text("brand", LONGEST_NAME),
                parameters.text("model", LONGEST_NAME),
                parameters.integer("year", FIRST_YEAR, LAST_YEAR),
                parameters.integer("minPrice", 0, Integer.MAX_VALUE),
                parameters.integer("maxPrice", 0, Integer.MAX_VALUE));
        if (filters.minPrice != null && filters.maxPrice != null && filters.minPrice > filters.maxPrice) {
            parameters.refuse(
                    "minPrice", "%d is not allowed: at most maxPrice %d".formatted(filters.minPrice, filters.maxPrice));
        }
        return filters;
    }

    /** Only the listings of a brand. */
    static Filters ofBrand(@Nullable String brand) {
        return new Filters(brand, null, null, null, null);
    }

    /** Whether listings of a brand or a model can be asked for by its name. */
    static boolean isName(String name) {
        return !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST_NAME;
    }

    /** Whether listings of a year can be asked for. */
    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /**
     * Whether a listing is meant.
     *
     * @param car the listing
     * @return whether it is like all values
     */
    public boolean match(Car car) {
        return (brand == null || brand.equals(car.brand()))
                && (model == null || model.equals(car.model()))
                && (year == null || year == car.year())
                && (minPrice == null || car.price() >= minPrice)
                && (maxPrice == null || car.price() <= maxPrice);
    }
}
