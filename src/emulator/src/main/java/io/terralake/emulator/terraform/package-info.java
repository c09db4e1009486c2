/** Stacks as CDKTF synthesized them, through Terraform's whole life cycle against an emulator. */
@NullMarked
package io.terralake.emulator.terraform;

import org.jspecify.annotations.NullMarked;
