/** The dispatcher on one's own machine, over Azurite. */
@NullMarked
package io.terralake.functions.modelevents.local;

import org.jspecify.annotations.NullMarked;
