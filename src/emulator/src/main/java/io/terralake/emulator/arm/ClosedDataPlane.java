package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Optional;

/**
 * A vault or an account that lets nobody in. Whether an address or a subnet that may come in is the one of who deploys, is not known here, so
 * that one is enough; so is a private endpoint.
 */
final class ClosedDataPlane implements Refusal {
    static final String CODE = "ForbiddenByFirewall";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String says() {
        return "secrets or files are asked of a vault or storage account that no address, no subnet and no private endpoint leads to";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/key-vault/general/network-security";
    }

    /** @param id the vault or account */
    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        JsonNode properties = Arm.at(store, id.key()).path("properties");
        return isClosed(properties) && !hasEndpoint(id, store)
                ? Optional.of(Reply.error(
                        403,
                        CODE,
                        "Client address is not authorized to reach %s and caller is not a trusted service."
                                .formatted(id.path())))
                : Optional.empty();
    }

    private static boolean isClosed(JsonNode properties) {
        if (properties.path("publicNetworkAccess").asText().equalsIgnoreCase("Disabled")) {
            return true;
        }
        JsonNode rules = properties.path("networkAcls");
        return rules.path("defaultAction").asText().equalsIgnoreCase("Deny")
                && rules.path("ipRules").isEmpty()
                && rules.path("virtualNetworkRules").isEmpty();
    }

    private static boolean hasEndpoint(ResourceId id, Store store) {
        return store.all(Space.RESOURCES).stream()
                .map(each -> Operations.target(new ResourceId(each.path("id").asText()), each))
                .anyMatch(target -> target.filter(id.key()::equals).isPresent());
    }
}
