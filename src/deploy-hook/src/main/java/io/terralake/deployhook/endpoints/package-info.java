/** Managed private endpoints of data factories, which wait for the approval of whoever owns their target. */
@NullMarked
package io.terralake.deployhook.endpoints;

import org.jspecify.annotations.NullMarked;
