/** Mapping data flows: transformations that Data Factory runs on Spark. */
@NullMarked
package io.terralake.factory.dataflow;

import org.jspecify.annotations.NullMarked;
