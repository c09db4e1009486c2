@NullMarked
package io.terralake.functions.modelevents;

import org.jspecify.annotations.NullMarked;
