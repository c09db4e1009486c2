@NullMarked
package io.terralake.functions.deviceimages.local;

import org.jspecify.annotations.NullMarked;
