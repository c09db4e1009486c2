/** What an instance of a function app keeps, and the settings that it is made of. Compiled into each function app. */
@NullMarked
package io.terralake.functions.settings;

import org.jspecify.annotations.NullMarked;
