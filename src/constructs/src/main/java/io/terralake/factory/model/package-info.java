/** Microsoft's own models of what is in a factory, beside the short forms of this library and through the same checks. */
@NullMarked
package io.terralake.factory.model;

import org.jspecify.annotations.NullMarked;
