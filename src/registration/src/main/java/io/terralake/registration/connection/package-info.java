/** Connections that fail: which of them are worth another try. */
@NullMarked
package io.terralake.registration.connection;

import org.jspecify.annotations.NullMarked;
