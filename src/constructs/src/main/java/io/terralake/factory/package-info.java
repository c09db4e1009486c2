/** Azure Data Factory with an identity of its own and a runtime in a managed virtual network. */
@NullMarked
package io.terralake.factory;

import org.jspecify.annotations.NullMarked;
