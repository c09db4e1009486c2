/** What functions that handle messages of a queue have in common: what is tried again, what goes to the poison queue, and why. */
@NullMarked
package io.terralake.functions.messages;

import org.jspecify.annotations.NullMarked;
