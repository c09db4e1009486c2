package io.terralake.registration.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of an item. In a dry run: what would become of it. */
public enum Outcome {
    /** It was not there before. */
    @JsonProperty("created")
    CREATED,

    /** It was there, and differed. */
    @JsonProperty("updated")
    UPDATED,

    /** It was there, and nobody declares it any more. */
    @JsonProperty("removed")
    REMOVED,

    /** It was as it should be. */
    @JsonProperty("unchanged")
    UNCHANGED,

    /** A dataset got its next version. */
    @JsonProperty("new version")
    NEW_VERSION,

    /** It went wrong; the detail says why. */
    @JsonProperty("failed")
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
