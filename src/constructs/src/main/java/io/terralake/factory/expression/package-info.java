/**
 * What Data Factory adds to the expression language: its functions as data, and what an expression reads. It knows nothing
 * of pipelines: who has parameters, variables and activities checks what is read.
 */
@NullMarked
package io.terralake.factory.expression;

import org.jspecify.annotations.NullMarked;
