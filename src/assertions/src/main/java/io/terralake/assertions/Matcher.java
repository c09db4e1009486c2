package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a JSON value should look like. Made by {@link Match}. */
@FunctionalInterface
public interface Matcher {

    /**
     * Compares a value.
     *
     * @param pointer the place of the value
     * @param actual the value; a missing node when there is none
     * @return where it differs; empty when it matches
     */
    List<Mismatch> mismatches(String pointer, JsonNode actual);
}
