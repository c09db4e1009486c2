package io.terralake.monitoring;

/** How bad it is when an alert fires; the order is Azure's, 0 to 4. */
public enum Severity {
    /** 0: the platform does not work. */
    CRITICAL,
    /** 1: a part of it does not work. */
    ERROR,
    /** 2: somebody should look. */
    WARNING,
    /** 3: worth knowing. */
    INFORMATIONAL,
    /** 4: for those who look for it. */
    VERBOSE
}
