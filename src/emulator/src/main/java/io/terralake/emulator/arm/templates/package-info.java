/** The language of ARM templates: expressions and their functions, parameters, and the resources that a template comes to. */
@NullMarked
package io.terralake.emulator.arm.templates;

import org.jspecify.annotations.NullMarked;
