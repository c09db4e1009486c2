package io.terralake.emulator.terraform;

/**
 * A command of Terraform that ended.
 *
 * @param exitCode of {@code plan}, 0 for no changes, 2 for some, anything else for a failure
 * @param output what it printed, errors included
 */
public record Run(int exitCode, String output) {

    /** What Terraform says from its first error on; all of it when there is none. */
    String errors() {
        int first = output.indexOf("Error: ");
        return first < 0 ? output : output.substring(first);
    }
}
