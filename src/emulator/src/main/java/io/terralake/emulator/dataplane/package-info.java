/** As much of the data planes of vaults and storage accounts as providers touch when they apply. */
@NullMarked
package io.terralake.emulator.dataplane;

import org.jspecify.annotations.NullMarked;
