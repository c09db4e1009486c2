/**
 * Files of loans: one dialect of CSV, one check of every line, for what writes them and for what reads them. Compiled into the
 * simulators and into the jobs, because a JAR task of Databricks is one file.
 */
@NullMarked
package io.terralake.loans;

import org.jspecify.annotations.NullMarked;
