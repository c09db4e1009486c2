/** Used cars: makes listings and sends them where the platform takes them. */
@NullMarked
package io.terralake.simulators.cars;

import org.jspecify.annotations.NullMarked;
