/** What must never be printed, and the one way out for everything that is. */
@NullMarked
package io.terralake.registration.secrets;

import org.jspecify.annotations.NullMarked;
