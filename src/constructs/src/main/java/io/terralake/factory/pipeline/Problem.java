package io.terralake.factory.pipeline;

import io.terralake.factory.expression.Found;

/**
 * Something wrong in a pipeline.
 *
 * @param pointer where, as a JSON pointer: from the activity, or from the pipeline for what concerns no activity
 * @param message what is wrong and what is allowed
 * @param place what the message ends with where a pointer from the activity is of use; else empty
 * @param warning whether the service would run it all the same
 */
record Problem(String pointer, String message, String place, boolean warning) {

    /** Of an activity as a whole, or of the pipeline. */
    static Problem of(String pointer, String message) {
        return new Problem(pointer, message, "", false);
    }

    /** Of an expression. */
    static Problem in(Found found, int at, String message) {
        return new Problem(found.pointer(), found.said(at, message), " at " + found.pointer(), false);
    }

    /** The same as something that works, but hardly as it is meant. */
    Problem asWarning() {
        return new Problem(pointer, message, place, true);
    }

    /** The same of something that stands deeper. */
    Problem below(String parent, String label) {
        return new Problem(parent + pointer, label + ": " + message, place, warning);
    }

    /** The message for somebody who knows the activity, but not its place in a file. */
    String said() {
        return message + place;
    }
}
