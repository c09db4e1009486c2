package io.terralake.functions.usedcars;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What there is among the listings and can be asked for, each in ascending order.
 *
 * @param brands those of 1 to 100 characters
 * @param models those of 1 to 100 characters
 * @param years those from 1900 to 2100
 */
public record Choices(List<String> brands, List<String> models, List<Integer> years) {

    /** Collects choices. */
    public static final class Builder {
        private final SortedSet<String> brands = new TreeSet<>();
        private final SortedSet<String> models = new TreeSet<>();
        private final SortedSet<Integer> years = new TreeSet<>();

        /** No choice yet. */
        public Builder() {}

        /**
         * Adds what a listing has.
         *
         * @param brand its brand
         * @param model its model
         * @param year its year
         */
        public void add(String brand, String model, int year) {
            if (Filters.isName(brand)) {
                brands.add(brand);
            }
            if (Filters.isName(model)) {
                models.add(model);
            }
            if (Filters.isYear(year)) {
                years.add(year);
            }
        }

        /**
         * What was added.
         *
         * @return each once
         */
        public Choices build() {
            return new Choices(List.copyOf(brands), List.copyOf(models), List.copyOf(years));
        }
    }
}
