@NullMarked
package io.terralake.functions.usedcars.azure;

import org.jspecify.annotations.NullMarked;
