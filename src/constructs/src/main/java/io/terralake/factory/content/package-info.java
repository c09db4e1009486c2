/** Factories that are there already: their Git folder or ARM template becomes constructs. */
@NullMarked
package io.terralake.factory.content;

import org.jspecify.annotations.NullMarked;
