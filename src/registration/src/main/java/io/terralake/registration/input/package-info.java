/** What comes from outside: JSON that must be right before anything is done. */
@NullMarked
package io.terralake.registration.input;

import org.jspecify.annotations.NullMarked;
