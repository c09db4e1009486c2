/** Azurite for tests: compiled into every module that has one with it. */
@NullMarked
package io.terralake.azurite;

import org.jspecify.annotations.NullMarked;
