package io.terralake.network;

import io.terralake.azure.NamingRule;

/** How networks and their parts are named. */
public final class NetworkNames {
    public static final NamingRule NETWORK_SECURITY_GROUP = rule("network security group", "nsg", 1, 80);
    public static final NamingRule PRIVATE_ENDPOINT = rule("private endpoint", "pep", 2, 64);
    public static final NamingRule SUBNET = rule("subnet", "snet", 1, 80);
    static final NamingRule MONITOR_PRIVATE_LINK_SCOPE = rule("monitor private link scope", "ampls", 1, 255);
    static final NamingRule NAT_GATEWAY = rule("nat gateway", "ng", 1, 80);
    static final NamingRule PUBLIC_IP = rule("public ip", "pip", 1, 80);
    static final NamingRule VIRTUAL_NETWORK = rule("virtual network", "vnet", 2, 64);

    private NetworkNames() {}

    private static NamingRule rule(String label, String abbreviation, int minLength, int maxLength) {
        return NamingRule.of(
                label,
                abbreviation,
                minLength,
                maxLength,
                "[A-Za-z0-9][A-Za-z0-9._-]*\\w",
                "letters, digits and '._-'");
    }
}
