package io.terralake.factory.pipeline;

import io.terralake.factory.expression.Found;

/**
 * Something wrong in a pipeline.
 *
 * @param pointer where, as a JSON pointer: from the activity, or from the pipeline for what concerns no activity
 * @param message what is wrong and what is allowed
 * @param place what the message ends with where a pointer from the activity is of use; else empty
 * @param severity what it comes to
 */
record Problem(String pointer, String message, String place, Severity severity) {

    /** What a problem comes to. */
    enum Severity {
        /** The service refuses it, or every run fails. */
        ERROR,
        /** Refused in what is written here; in what runs already it may be meant. */
        RISK,
        /** It does no harm. */
        WARNING
    }

    /** Of an activity as a whole, or of the pipeline. */
    static Problem of(String pointer, String message) {
        return new Problem(pointer, message, "", Severity.ERROR);
    }

    /** Of an expression. */
    static Problem in(Found found, int at, String message) {
        return new Problem(found.pointer(), found.said(at, message), " at " + found.pointer(), Severity.ERROR);
    }

    /** The same as something less. */
    Problem as(Severity less) {
        return new Problem(pointer, message, place, less);
    }

    /** The same of something that stands deeper. */
    Problem below(String parent, String label) {
        return new Problem(parent + pointer, label + ": " + message, place, severity);
    }

    /** The message for somebody who knows the activity, but not its place in a file. */
    String said() {
        return message + place;
    }
}
