/** A stand-in of Azure for Terraform and its providers, on this machine only. */
@NullMarked
package io.terralake.emulator;

import org.jspecify.annotations.NullMarked;
