@NullMarked
package io.terralake.functions.deviceimages;

import org.jspecify.annotations.NullMarked;
