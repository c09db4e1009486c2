/** Logic Apps on the Consumption plan: workflows written with types, checked before Azure sees them. */
@NullMarked
package io.terralake.logic;

import org.jspecify.annotations.NullMarked;
