package io.terralake.deployhook.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of an item. In a dry run: what would become of it. */
public enum Outcome {
    @JsonProperty("created")
    CREATED,

    @JsonProperty("updated")
    UPDATED,

    @JsonProperty("removed")
    REMOVED,

    @JsonProperty("unchanged")
    UNCHANGED,

    @JsonProperty("new version")
    NEW_VERSION,

    @JsonProperty("failed")
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
