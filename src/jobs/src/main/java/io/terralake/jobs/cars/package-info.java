/** What is in a file of listings: its records, each checked. Knows nothing of Spark's tables and streams. */
@NullMarked
package io.terralake.jobs.cars;

import org.jspecify.annotations.NullMarked;
