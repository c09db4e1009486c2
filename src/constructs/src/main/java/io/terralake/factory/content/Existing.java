package io.terralake.factory.content;

import io.terralake.factory.ArtifactKind;

/** What a factory has that is not in the files. */
@FunctionalInterface
public interface Existing {
    /** Nothing. */
    Existing NONE = (kind, name) -> Answer.NO;

    /** Nobody knows, as of a factory that is managed elsewhere. */
    Existing UNKNOWN = (kind, name) -> Answer.PERHAPS;

    /** Whether it is there. */
    enum Answer {
        YES,
        NO,
        PERHAPS
    }

    /** Whether there is something of a kind with a name, in any case. */
    Answer has(ArtifactKind kind, String name);
}
