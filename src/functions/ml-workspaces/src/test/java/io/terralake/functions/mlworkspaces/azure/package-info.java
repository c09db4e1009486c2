@NullMarked
package io.terralake.functions.mlworkspaces.azure;

import org.jspecify.annotations.NullMarked;
