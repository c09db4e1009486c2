package io.terralake.functions.usedcars;

import java.util.Comparator;

/**
 * A place in the list of all listings, which is ordered by registration, then day: that of the listing with this key.
 *
 * @param rego the registration
 * @param listed the day, {@code yyyy-MM-dd}
 */
public record Position(String rego, String listed) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::rego).thenComparing(Position::listed);

    /**
     * Where a listing is.
     *
     * @param car the listing
     * @return its key
     */
    public static Position of(Car car) {
        return new Position(car.rego(), car.listed());
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
