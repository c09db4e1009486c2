/** Files that the hook is given. */
@NullMarked
package io.terralake.deployhook.input;

import org.jspecify.annotations.NullMarked;
