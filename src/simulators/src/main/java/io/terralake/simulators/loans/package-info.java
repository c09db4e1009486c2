/** Loans: makes files of them, and plays such files month by month into a SQL database. */
@NullMarked
package io.terralake.simulators.loans;

import org.jspecify.annotations.NullMarked;
