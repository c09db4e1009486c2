package io.terralake.cars;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes listings of used cars, every value of a range equally often: {@code Rego} AAA000 to ZZZ999, the brands and models of
 * {@link #BRANDS} and {@link #MODELS}, {@code Trim} 1 to 3, {@code Year} 2017 to 2022, {@code Odometer} 1,000 to 200,000, {@code Price}
 * 5,000 to 100,000, listed on a day of {@code Year}, removed 1 to 365 days later.
 */
public final class CarGenerator implements Supplier<UsedCar> {
    /** The brands there are. */
    public static final List<String> BRANDS = List.of("Nissan", "Mazda", "Toyota", "BMW");

    /** The models there are, of every brand. */
    public static final List<String> MODELS = List.of("A", "B", "C", "D");

    private final RandomGenerator random;

    /**
     * Cars that are others each time.
     *
     * @param random decides, and only it
     */
    public CarGenerator(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The same cars for the same seed, on every machine.
     *
     * @param seed any number
     */
    public CarGenerator(long seed) {
        this(new Random(seed));
    }

    @Override
    public UsedCar get() {
        String rego = rego();
        String brand = BRANDS.get(random.nextInt(BRANDS.size()));
        String model = MODELS.get(random.nextInt(MODELS.size()));
        int trim = between(1, 3);
        LocalDate newYear = LocalDate.of(between(2017, 2022), 1, 1);
        int odometer = between(1_000, 200_000);
        int price = between(5_000, 100_000);
        LocalDate listed = newYear.plusDays(random.nextInt(newYear.lengthOfYear()));
        LocalDate removed = listed.plusDays(between(1, 365));
        return new UsedCar(rego, brand, model, trim, newYear.getYear(), odometer, price, listed, removed);
    }

    private String rego() {
        char[] letters = new char[6];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) (i < 3 ? 'A' + random.nextInt(26) : '0' + random.nextInt(10));
        }
        return new String(letters);
    }

    private int between(int least, int most) {
        // Not nextInt(least, most + 1): how that one draws is not specified.
        return least + random.nextInt(most - least + 1);
    }
}
