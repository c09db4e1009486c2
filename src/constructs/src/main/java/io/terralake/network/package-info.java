/** How services are reached: an allow-list in public mode, private endpoints in private mode. */
@NullMarked
package io.terralake.network;

import org.jspecify.annotations.NullMarked;
