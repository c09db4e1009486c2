package io.terralake.settings;

/**
 * Settings with rules that a JSON Schema cannot express: a record anywhere in them, also in a list or a map. What the
 * record's constructor refuses with an {@link IllegalArgumentException} is reported likewise, with its place.
 */
public interface Checked {

    /** Reports what breaks the rules; pointers are relative to this object. */
    void check(Problems problems);
}
