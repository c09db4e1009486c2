/** An emulator for tests with JUnit Jupiter. */
@NullMarked
package io.terralake.emulator.junit;

import org.jspecify.annotations.NullMarked;
