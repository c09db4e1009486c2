@NullMarked
package io.terralake.functions.modelevents.github;

import org.jspecify.annotations.NullMarked;
