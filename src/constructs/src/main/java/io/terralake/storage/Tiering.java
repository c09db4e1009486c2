package io.terralake.storage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the blobs of a zone move to a cheaper tier and when they are deleted: days since their last change, each later
 * than the one before it. Null keeps a blob from ever taking the step.
 *
 * @param coolAfterDays to the cool tier; billed there for at least 30 days
 * @param coldAfterDays to the cold tier; billed there for at least 90 days
 * @param archiveAfterDays to the archive tier, offline, billed for at least 180 days; not on zone-redundant accounts
 * @param deleteAfterDays the blob is deleted
 */
@RecordBuilder
public record Tiering(
        @Nullable @Min(0) @Max(99999) @JsonPropertyDescription("days since the last change, then to the cool tier")
        Integer coolAfterDays,

        @Nullable @Min(0) @Max(99999) @JsonPropertyDescription("days since the last change, then to the cold tier")
        Integer coldAfterDays,

        @Nullable @Min(0) @Max(99999) @JsonPropertyDescription("days since the last change, then to the archive tier; not with ZRS, GZRS, RAGZRS")
        Integer archiveAfterDays,

        @Nullable @Min(1) @Max(99999) @JsonPropertyDescription("days since the last change, then deleted")
        Integer deleteAfterDays) {

    /**
     * How many zones of a lake can have steps: a storage account's policy takes that many rules.
     *
     * @see <a href="https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview">Lifecycle management</a>
     */
    public static final int MOST_ZONES = 100;

    /** Nothing moves, nothing is deleted. */
    public static final Tiering NONE = new Tiering(null, null, null, null);

    public static TieringBuilder builder() {
        return TieringBuilder.builder();
    }

    /** Whether no blob ever takes a step. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** What is wrong with the steps, if anything: their order, a negative day, a tier that the account does not have. */
    public List<String> problems(Replication replication) {
        List<String> problems = new ArrayList<>();
        steps().forEach((name, days) -> {
            if (days < 0 || days > 99999) {
                problems.add("%s is %d, allowed are 0 to 99999 days".formatted(name, days));
            }
        });
        outOfOrder().ifPresent(problems::add);
        if (archiveAfterDays != null && !replication.hasArchiveTier()) {
            problems.add(
                    "archiveAfterDays is %d, but %s accounts have no archive tier: use coldAfterDays, or replication LRS, GRS or RAGRS"
                            .formatted(archiveAfterDays, replication));
        }
        return problems;
    }

    private Optional<String> outOfOrder() {
        Map.Entry<String, Integer> previous = null;
        for (Map.Entry<String, Integer> step : steps().entrySet()) {
            if (previous != null && step.getValue() <= previous.getValue()) {
                return Optional.of("%s is %d, it must be more than %s, which is %d"
                        .formatted(step.getKey(), step.getValue(), previous.getKey(), previous.getValue()));
            }
            previous = step;
        }
        return Optional.empty();
    }

    private Map<String, Integer> steps() {
        Map<String, Integer> steps = new LinkedHashMap<>();
        steps.put("coolAfterDays", coolAfterDays);
        steps.put("coldAfterDays", coldAfterDays);
        steps.put("archiveAfterDays", archiveAfterDays);
        steps.put("deleteAfterDays", deleteAfterDays);
        steps.values().removeIf(Objects::isNull);
        return steps;
    }
}
