/** What is emulated to exist, and the file that keeps it. */
@NullMarked
package io.terralake.emulator.state;

import org.jspecify.annotations.NullMarked;
