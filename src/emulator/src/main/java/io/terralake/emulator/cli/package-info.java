/** The emulator from a terminal, for who uses Terraform without Java. */
@NullMarked
package io.terralake.emulator.cli;

import org.jspecify.annotations.NullMarked;
