/** The expression language that Data Factory and Logic Apps share: a parser, and how values are written in it. */
@NullMarked
package io.terralake.expression;

import org.jspecify.annotations.NullMarked;
