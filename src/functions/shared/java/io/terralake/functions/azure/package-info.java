/** What the entry points that Azure Functions calls have in common. */
@NullMarked
package io.terralake.functions.azure;

import org.jspecify.annotations.NullMarked;
