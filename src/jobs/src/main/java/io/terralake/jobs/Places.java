package io.terralake.jobs;

import io.terralake.input.InputException;
import io.terralake.input.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Places that a job is given, each by an option. */
final class Places {
    private Places() {}

    /**
     * Places of which none is, or holds, another.
     *
     * @param given addresses by the names of their options
     * @throws InputException with all that is wrong
     */
    static Map<String, Place> apart(SparkSession spark, Map<String, String> given) {
        Problems problems = new Problems();
        Map<String, Place> places = new LinkedHashMap<>();
        given.forEach((option, path) -> problems.check(() -> new Place(spark, path))
                .ifPresent(place -> {
                    places.forEach((other, before) -> problems.addIf(
                            place.overlaps(before),
                            "%s \"%s\" and %s \"%s\" overlap: name places beside each other"
                                    .formatted(other, before, option, place)));
                    places.put(option, place);
                }));
        problems.throwIfAny();
        return places;
    }
}
