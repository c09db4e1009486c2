package io.terralake.monitoring;

import java.util.List;

/**
 * Which logs and metrics a resource can send.
 *
 * @param target what stands behind the resource's id in the id of the part that logs, such as
 *     {@code /blobServices/default}; empty for the resource itself
 * @param logGroups the category groups of logs, {@code allLogs} or {@code audit}
 * @param logCategories single categories, of types whose groups have too much in them, such as {@code kube-audit-admin}
 * @param metrics the metric categories, such as {@code AllMetrics}
 * @param dedicated whether logs go to tables of the resource type's own, where they have columns, instead of the one that types
 *     share; for types that leave the choice
 * @see <a href="https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings">Diagnostic settings in Azure
 *     Monitor</a>
 */
public record LogProfile(
        String target, List<String> logGroups, List<String> logCategories, List<String> metrics, boolean dedicated) {
    /** All logs of the resource itself. */
    public static final LogProfile ALL_LOGS = new LogProfile("", List.of("allLogs"), List.of());

    /** All logs and metrics of the resource itself. */
    public static final LogProfile ALL_LOGS_AND_METRICS = new LogProfile("", List.of("allLogs"), List.of("AllMetrics"));

    public LogProfile {
        logGroups = List.copyOf(logGroups);
        logCategories = List.copyOf(logCategories);
        metrics = List.copyOf(metrics);
    }

    /** Logs that go where Azure puts those of the type. */
    public LogProfile(String target, List<String> logGroups, List<String> metrics) {
        this(target, logGroups, List.of(), metrics, false);
    }

    /** Some categories of logs of the resource itself, and all its metrics. */
    public static LogProfile ofCategories(String... logCategories) {
        return new LogProfile("", List.of(), List.of(logCategories), List.of("AllMetrics"), false);
    }

    /** The same logs in tables of the resource type's own. */
    public LogProfile inTablesOfItsOwn() {
        return new LogProfile(target, logGroups, logCategories, metrics, true);
    }
}
