@NullMarked
package io.terralake.functions.mlworkspaces.storage;

import org.jspecify.annotations.NullMarked;
