/** Logs, metrics, alerts and the budget. */
@NullMarked
package io.terralake.monitoring;

import org.jspecify.annotations.NullMarked;
