package io.terralake.functionapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.network.Network;
import java.util.List;
import java.util.Objects;

/**
 * The app as ARM takes it. azurerm's resource gives the host a connection string with an empty key beside its identity, and keeps the
 * publishing password in the state.
 */
final class SiteBody {
    private final FunctionAppProps props;
    private final Network network;

    SiteBody(FunctionAppProps props, Network network) {
        this.props = props;
        this.network = network;
    }

    ObjectNode json(String planId, HostStorage storage) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("kind", "functionapp,linux");
        ObjectNode site = body.putObject("properties");
        site.put("serverFarmId", planId)
                .put("reserved", true)
                .put("httpsOnly", true)
                .put("publicNetworkAccess", isPublic() ? "Enabled" : "Disabled")
                .put("virtualNetworkSubnetId", props.subnet().subnetId());
        addRuntime(site.putObject("functionAppConfig"), storage);
        ObjectNode config = site.putObject("siteConfig");
        config.put("minTlsVersion", "1.2")
                .put("scmMinTlsVersion", "1.2")
                .put("ftpsState", "Disabled")
                .put("http20Enabled", true)
                .put("publicNetworkAccess", isPublic() ? "Enabled" : "Disabled");
        addRestrictions(config);
        return body;
    }

    /** Callers from outside of a private network come in by the public endpoint, and nobody else does. */
    private boolean isPublic() {
        return network.publicAccess() || !tags().isEmpty();
    }

    private List<String> tags() {
        return Objects.requireNonNull(props.callerServiceTags());
    }

    private void addRuntime(ObjectNode config, HostStorage storage) {
        config.putObject("runtime").put("name", "java").put("version", "17");
        ObjectNode packages = config.putObject("deployment").putObject("storage");
        packages.put("type", "blobContainer")
                .put("value", storage.packages())
                .putObject("authentication")
                .put("type", "SystemAssignedIdentity");
        ObjectNode scale = config.putObject("scaleAndConcurrency");
        scale.put("instanceMemoryMB", Objects.requireNonNull(props.memory()).megabytes())
                .put("maximumInstanceCount", props.maximumInstances());
        ArrayNode ready = scale.putArray("alwaysReady");
        Objects.requireNonNull(props.alwaysReady())
                .forEach(one -> ready.addObject().put("name", one.functions()).put("instanceCount", one.instances()));
        if (props.httpConcurrency() != null) {
            scale.putObject("triggers").putObject("http").put("perInstanceConcurrency", props.httpConcurrency());
        }
    }

    /** Packages are published from the allow-list; what comes by a private endpoint passes these rules by. */
    private void addRestrictions(ObjectNode config) {
        boolean anyone = network.publicAccess() && tags().isEmpty() && props.application() != null;
        config.put("ipSecurityRestrictionsDefaultAction", anyone ? "Allow" : "Deny")
                .put("scmIpSecurityRestrictionsUseMain", false)
                .put("scmIpSecurityRestrictionsDefaultAction", "Deny");
        ArrayNode rules = config.putArray("ipSecurityRestrictions");
        if (!anyone && props.application() != null) {
            addAllowList(rules);
            tags().forEach(tag -> allow(rules, tag).put("tag", "ServiceTag"));
        }
        addAllowList(config.putArray("scmIpSecurityRestrictions"));
    }

    private void addAllowList(ArrayNode rules) {
        network.allowedIpRanges().forEach(range -> allow(rules, range.contains("/") ? range : range + "/32"));
    }

    private static ObjectNode allow(ArrayNode rules, String source) {
        int number = rules.size();
        return rules.addObject()
                .put("name", "allow-" + (number + 1))
                .put("action", "Allow")
                .put("priority", 100 + number)
                .put("ipAddress", source);
    }
}
