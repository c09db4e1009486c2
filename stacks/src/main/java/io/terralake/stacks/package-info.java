/** The platform: one stack per data product, in every environment. */
@NullMarked
package io.terralake.stacks;

import org.jspecify.annotations.NullMarked;
