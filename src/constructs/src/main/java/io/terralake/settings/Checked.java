package io.terralake.settings;

/** Settings with rules that a JSON Schema cannot express. */
public interface Checked {

    /** Reports what breaks the rules; pointers are relative to this object. */
    void check(Problems problems);
}
