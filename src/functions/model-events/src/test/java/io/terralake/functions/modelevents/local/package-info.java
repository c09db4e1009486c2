@NullMarked
package io.terralake.functions.modelevents.local;

import org.jspecify.annotations.NullMarked;
