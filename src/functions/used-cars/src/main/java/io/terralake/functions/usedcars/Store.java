package io.terralake.functions.usedcars;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where listings are. Every method throws {@link StoreException} when they cannot be read. */
public interface Store {
    /**
     * Listings by registration, then day.
     *
     * @param filters which ones
     * @param after begins after this place, at the beginning without it
     * @param most how many at most
     * @return in that order
     */
    List<Car> listings(Filters filters, @Nullable Position after, int most);

    /**
     * A car's last listing.
     *
     * @param rego its registration
     * @return the one with the last day; empty when the car is not known
     */
    Optional<Car> lastListing(String rego);

    /**
     * How long cars are for sale.
     *
     * @param filters which listings count
     * @return by brand, then model, those with listings
     */
    List<ModelTurnover> turnover(Filters filters);

    /**
     * Prices in classes of {@link OdometerClass#WIDTH} kilometres.
     *
     * @param filters which listings count
     * @return by odometer, those with listings
     */
    List<OdometerClass> prices(Filters filters);

    /**
     * Listings per day.
     *
     * @param filters which listings count
     * @return by day, those with listings
     */
    List<Day> days(Filters filters);

    /**
     * What there is to choose from.
     *
     * @return of all listings
     */
    Choices choices();
}
