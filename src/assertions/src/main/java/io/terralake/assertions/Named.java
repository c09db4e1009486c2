package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;

/** A matcher that messages can show. */
record Named(String name, Matcher matcher) implements Matcher {
    @Override
    public MatchResult match(String pointer, JsonNode actual) {
        return matcher.match(pointer, actual);
    }

    @Override
    public String toString() {
        return name;
    }
}
