/** Data Factory pipelines written with types and checked at synth, never as JSON text. */
@NullMarked
package io.terralake.factory.pipeline;

import org.jspecify.annotations.NullMarked;
