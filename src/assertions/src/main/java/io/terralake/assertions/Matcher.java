package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;

/** What a JSON value should look like. Made by {@link Match}. */
@FunctionalInterface
public interface Matcher {

    /**
     * Compares a value.
     *
     * @param pointer the place of the value
     * @param actual the value; a missing node when there is none
     */
    MatchResult match(String pointer, JsonNode actual);
}
