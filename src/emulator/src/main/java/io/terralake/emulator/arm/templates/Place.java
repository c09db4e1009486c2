package io.terralake.emulator.arm.templates;

/** Where an expression stands, which says what it may call. */
enum Place {
    /** The default value of a parameter: it may draw something. */
    DEFAULT,
    /** What must be known before anything is deployed. */
    EARLY,
    /** Properties of resources, and outputs: they may ask resources. */
    LATE
}
