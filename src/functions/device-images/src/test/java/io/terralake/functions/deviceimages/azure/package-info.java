@NullMarked
package io.terralake.functions.deviceimages.azure;

import org.jspecify.annotations.NullMarked;
