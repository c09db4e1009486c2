@NullMarked
package io.terralake.functions.usedcars.local;

import org.jspecify.annotations.NullMarked;
