package io.terralake.monitoring;

import io.terralake.azure.NamingRule;

/** How alerts, action groups and their like are named. */
final class MonitorNames {
    static final NamingRule ACTION_GROUP = rule("action group", "ag", 260);
    static final NamingRule ALERT = rule("alert", "alert", 260);
    static final NamingRule BUDGET = rule("budget", "budget", 63);

    private MonitorNames() {}

    private static NamingRule rule(String label, String abbreviation, int maxLength) {
        return NamingRule.of(label, abbreviation, 1, maxLength, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'");
    }
}
