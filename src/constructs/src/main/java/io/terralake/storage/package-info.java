/** The data lake: ADLS Gen2 with one filesystem per zone; queues of storage accounts. */
@NullMarked
package io.terralake.storage;

import org.jspecify.annotations.NullMarked;
