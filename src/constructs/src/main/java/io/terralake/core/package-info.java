/** The stack that every other construct stands on, and what constructs learn from it: names, tags, protection. */
@NullMarked
package io.terralake.core;

import org.jspecify.annotations.NullMarked;
