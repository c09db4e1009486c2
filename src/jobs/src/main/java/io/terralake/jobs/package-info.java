/** Spark jobs: what a Databricks workspace runs, and what runs on one machine with the same code. */
@NullMarked
package io.terralake.jobs;

import org.jspecify.annotations.NullMarked;
