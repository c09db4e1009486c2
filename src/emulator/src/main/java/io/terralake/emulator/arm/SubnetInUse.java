package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A subnet, or a network with one, that something is in.
 */
final class SubnetInUse implements Refusal {
    private static final String NETWORKS = "microsoft.network/virtualnetworks";
    private static final Set<String> PLACED = Set.of(
            "microsoft.network/privateendpoints",
            "microsoft.network/networkinterfaces",
            "microsoft.databricks/workspaces",
            "microsoft.apimanagement/service",
            "microsoft.containerservice/managedclusters",
            "microsoft.web/sites");

    @Override
    public String code() {
        return "InUseSubnetCannotBeDeleted";
    }

    @Override
    public String says() {
        return "a subnet or its network is deleted while something uses it";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-subnet";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        String type = id.type().toLowerCase(Locale.ROOT);
        if (!request.method().equals("DELETE") || !type.startsWith(NETWORKS)) {
            return Optional.empty();
        }
        String network = type.equals(NETWORKS) ? id.key() : id.above().above().key();
        String subnet = (type.equals(NETWORKS) ? id.key() + "/subnets/" : id.key()).toLowerCase(Locale.ROOT);
        return store.all(Space.RESOURCES).stream()
                .filter(other ->
                        !other.path("id").asText().toLowerCase(Locale.ROOT).startsWith(network))
                .filter(other -> PLACED.contains(other.path("type").asText().toLowerCase(Locale.ROOT)))
                .filter(other -> mentions(other.toString().toLowerCase(Locale.ROOT), subnet))
                .findFirst()
                .map(other -> Reply.error(
                        400,
                        code(),
                        "Subnet %s is in use by %s and cannot be deleted."
                                .formatted(id.path(), other.path("id").asText())));
    }

    private static boolean mentions(String json, String subnet) {
        return subnet.endsWith("/") ? json.contains("\"" + subnet) : json.contains("\"" + subnet + "\"");
    }
}
