/** Sends listings of used cars to an event hub. Compiled into the simulators and into the function app. */
@NullMarked
package io.terralake.hub;

import org.jspecify.annotations.NullMarked;
