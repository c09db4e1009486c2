/** Container Registry: images that jobs, endpoints and clusters run. */
@NullMarked
package io.terralake.containerregistry;

import org.jspecify.annotations.NullMarked;
