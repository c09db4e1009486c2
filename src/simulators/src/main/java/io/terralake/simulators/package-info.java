/** Programs that make data and play it into the platform. */
@NullMarked
package io.terralake.simulators;

import org.jspecify.annotations.NullMarked;
