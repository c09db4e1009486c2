@NullMarked
package io.terralake.functions.usedcars;

import org.jspecify.annotations.NullMarked;
