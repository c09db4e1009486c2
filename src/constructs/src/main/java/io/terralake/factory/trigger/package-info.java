/** What starts pipelines: the clock, blobs, events. */
@NullMarked
package io.terralake.factory.trigger;

import org.jspecify.annotations.NullMarked;
