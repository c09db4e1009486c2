/** Azure Resource Manager: any type of resource by default, one file for each type of which more is known, and what Azure refuses. */
@NullMarked
package io.terralake.emulator.arm;

import org.jspecify.annotations.NullMarked;
