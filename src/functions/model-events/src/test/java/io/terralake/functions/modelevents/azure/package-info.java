@NullMarked
package io.terralake.functions.modelevents.azure;

import org.jspecify.annotations.NullMarked;
