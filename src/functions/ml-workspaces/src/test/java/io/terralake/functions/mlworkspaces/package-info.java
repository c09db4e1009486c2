@NullMarked
package io.terralake.functions.mlworkspaces;

import org.jspecify.annotations.NullMarked;
