@NullMarked
package io.terralake.functions.modelevents.storage;

import org.jspecify.annotations.NullMarked;
