/** The data lake: ADLS Gen2 with one filesystem per zone; queues of storage accounts; accounts that services keep their own things in. */
@NullMarked
package io.terralake.storage;

import org.jspecify.annotations.NullMarked;
