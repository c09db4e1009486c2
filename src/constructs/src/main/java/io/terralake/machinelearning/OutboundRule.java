package io.terralake.machinelearning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Tokens;
import io.terralake.network.PrivateLink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom the machines of a workspace may send to, beside what the workspace stands on.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-managed-network">Workspace managed virtual network
 *     isolation</a>
 */
public final class OutboundRule {
    /** The resource providers that endpoints can be made to. */
    private static final Set<String> PROVIDERS = Set.of(
            "microsoft.apimanagement",
            "microsoft.cache",
            "microsoft.cognitiveservices",
            "microsoft.containerregistry",
            "microsoft.databricks",
            "microsoft.datafactory",
            "microsoft.dbformariadb",
            "microsoft.dbformysql",
            "microsoft.dbforpostgresql",
            "microsoft.documentdb",
            "microsoft.eventhub",
            "microsoft.insights",
            "microsoft.keyvault",
            "microsoft.machinelearningservices",
            "microsoft.network",
            "microsoft.search",
            "microsoft.sql",
            "microsoft.storage");

    private static final Pattern ID = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/([^/]+)/[^/]+/[^/]+(/.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");
    private static final Pattern STORAGE =
            Pattern.compile(".*\\b(blob|dfs|file|queue|table|web)\\.core\\.windows\\.net");
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*");
    private static final Pattern PORTS = Pattern.compile("(\\*|\\d{1,5}(-\\d{1,5})?(, ?\\d{1,5}(-\\d{1,5})?)*)");
    private static final int HIGHEST_PORT = 65535;

    private final String type;
    private final ObjectNode properties;
    private final @Nullable String resourceId;

    private OutboundRule(String type, ObjectNode properties, @Nullable String resourceId) {
        this.type = type;
        this.properties = properties.put("type", type);
        this.resourceId = resourceId;
    }

    /** The protocols of service tags. */
    public enum Protocol {
        TCP("TCP"),
        UDP("UDP"),
        ICMP("ICMP"),
        ANY("*");

        private final String azureName;

        Protocol(String azureName) {
            this.azureName = azureName;
        }
    }

    /**
     * A resource of Azure, by a private endpoint. The workspace's identity approves it.
     *
     * @param resourceId its Azure id
     * @param part the part of it, such as {@code StoragePrivateLink.BLOB}
     * @throws IllegalArgumentException when it is no id, or endpoints cannot be made to resources of its kind
     */
    public static OutboundRule privateEndpoint(String resourceId, PrivateLink part) {
        if (!Tokens.isIn(resourceId)) {
            checkResource(resourceId);
        }
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties
                .putObject("destination")
                .put("serviceResourceId", resourceId)
                .put("subresourceTarget", part.groupId())
                .put("sparkEnabled", false);
        return new OutboundRule("PrivateEndpoint", properties, resourceId);
    }

    /**
     * A host, on ports 80 and 443. The first one brings a firewall, which is billed.
     *
     * @param host such as {@code pypi.org} or {@code *.pythonhosted.org}
     * @throws IllegalArgumentException when it is no name, or that of a storage account, which private endpoints reach
     */
    public static OutboundRule host(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "outbound host \"%s\" is not allowed: a name such as pypi.org or *.pythonhosted.org"
                            .formatted(host));
        }
        if (STORAGE.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "outbound host \"%s\" is not allowed: storage accounts are reached by private endpoints"
                            .formatted(host));
        }
        return new OutboundRule("FQDN", JsonNodeFactory.instance.objectNode().put("destination", host), null);
    }

    /**
     * The addresses of a service of Azure.
     *
     * @param tag such as {@code DataFactory}
     * @param protocol what is spoken
     * @param ports a list of ports and ranges, such as {@code 80, 8080-8089}, or {@code *}
     * @throws IllegalArgumentException when tag or ports have another form
     */
    public static OutboundRule serviceTag(String tag, Protocol protocol, String ports) {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "service tag \"%s\" is not allowed: a name such as DataFactory".formatted(tag));
        }
        checkPorts(ports);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties
                .putObject("destination")
                .put("serviceTag", tag)
                .put("protocol", protocol.azureName)
                .put("portRanges", ports)
                .put("action", "Allow");
        return new OutboundRule("ServiceTag", properties, null);
    }

    /** What the rule is of, in Azure's words. */
    String type() {
        return type;
    }

    /** Whether the rule means something where the internet is open. */
    boolean isPrivateEndpoint() {
        return resourceId != null;
    }

    /** The Azure id of what a private endpoint connects. */
    Optional<String> resourceId() {
        return Optional.ofNullable(resourceId);
    }

    ObjectNode properties() {
        return properties;
    }

    private static void checkResource(String resourceId) {
        var matcher = ID.matcher(resourceId);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is not the id of a resource".formatted(resourceId));
        }
        if (!PROVIDERS.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a managed network has no private endpoints to %s, only to %s"
                    .formatted(matcher.group(1), String.join(", ", new java.util.TreeSet<>(PROVIDERS))));
        }
    }

    private static void checkPorts(String ports) {
        boolean wellFormed = PORTS.matcher(ports).matches();
        if (wellFormed && !ports.equals("*")) {
            for (String range : List.of(ports.split(", ?"))) {
                String[] ends = range.split("-");
                int first = Integer.parseInt(ends[0]);
                int last = Integer.parseInt(ends[ends.length - 1]);
                wellFormed &= first > 0 && first <= last && last <= HIGHEST_PORT;
            }
        }
        if (!wellFormed) {
            throw new IllegalArgumentException(
                    "ports \"%s\" are not allowed: ports from 1 to 65535 and ranges, such as 80, 8080-8089, or *"
                            .formatted(ports));
        }
    }
}
