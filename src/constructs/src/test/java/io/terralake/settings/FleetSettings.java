package io.terralake.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section whose parts have rules, in lists and maps too, and fail at some sizes. */
record FleetSettings(@Nullable List<Fleet> list, @Nullable Map<String, Fleet> byName) implements SectionSettings {
    static final Section<FleetSettings> SECTION = Section.of("fleets", FleetSettings.class);

    /** Refuses what is negative. */
    record Fleet(@Nullable Integer size) implements Checked {
        Fleet {
            if (size != null && size < 0) {
                throw new IllegalArgumentException("size %d is not allowed: 0 or more".formatted(size));
            }
            if (size != null && size == 98) {
                throw new IllegalStateException("no fleet");
            }
        }

        @Override
        public void check(Problems problems) {
            if (size != null && size == 99) {
                throw new IllegalStateException("no rule");
            }
            if (size != null && size == 13) {
                problems.add("/size", "13 is unlucky");
            }
        }
    }

    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        if (list != null && list.isEmpty()) {
            throw new IllegalStateException("no list");
        }
    }
}
