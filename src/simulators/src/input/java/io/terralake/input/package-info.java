/** What is wrong with what a user gave, told at once and before anything is done. Compiled into the simulators and into the jobs. */
@NullMarked
package io.terralake.input;

import org.jspecify.annotations.NullMarked;
