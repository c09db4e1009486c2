/** What differs between environments, read from one JSON file each. */
@NullMarked
package io.terralake.settings;

import org.jspecify.annotations.NullMarked;
