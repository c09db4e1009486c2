/** What functions that answer requests have in common: who calls, and how problems are told. */
@NullMarked
package io.terralake.functions.http;

import org.jspecify.annotations.NullMarked;
