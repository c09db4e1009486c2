@NullMarked
package io.terralake.functions.deviceimages.png;

import org.jspecify.annotations.NullMarked;
