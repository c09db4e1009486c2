package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section as a stack would have it: {@code cars}. */
@JsonClassDescription("what used-cars has of its own")
record CarsSettings(
        @Nullable @Min(1) @Max(32) @JsonPropertyDescription("partitions of the event hub; default 4")
        Integer partitions,

        @Nullable @JsonPropertyDescription("dealers by name")
        Map<String, Dealer> dealers)
        implements Checked, SectionSettings {

    CarsSettings {
        partitions = partitions == null ? Integer.valueOf(4) : partitions;
        dealers = dealers == null ? Map.of() : Map.copyOf(dealers);
    }

    /** What one dealer has. */
    record Dealer(
            @Nullable @Min(0) Integer cars,
            @Nullable @Min(0) Integer sold) {}

    @Override
    public void check(Problems problems) {
        dealers.forEach((name, dealer) -> {
            if (dealer.cars() != null && dealer.sold() != null && dealer.sold() > dealer.cars()) {
                problems.add("/dealers/" + name, "sold is %d of %d cars".formatted(dealer.sold(), dealer.cars()));
            }
        });
    }

    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        if (settings.network().mode() == NetworkMode.PRIVATE && partitions > 16) {
            problems.add("/partitions", "%d is too many in private mode, 16 at most".formatted(partitions));
        }
    }
}
