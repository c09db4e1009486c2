package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What providers ask before they begin: where the parts of the cloud are. */
public final class Metadata implements Service {
    private final CompletableFuture<String> resourceManager;

    /** @param resourceManager the address of Azure Resource Manager, which is known before requests come */
    public Metadata(CompletableFuture<String> resourceManager) {
        this.resourceManager = resourceManager;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (request.key().equals("/metadata/endpoints")) {
            return Optional.of(Reply.json(200, endpoints(request.origin())));
        }
        return Optional.empty();
    }

    private ObjectNode endpoints(String here) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", "AzureCloud")
                .put("resourceManager", resourceManager.join())
                .put("portal", here + "/");
        json.put("microsoftGraphResourceId", here + "/");
        ObjectNode authentication = json.putObject("authentication");
        authentication
                .put("loginEndpoint", here + "/")
                .put("identityProvider", "AAD")
                .put("tenant", "common");
        authentication.putArray("audiences").add(here + "/");
        json.putObject("suffixes")
                .put("storage", "core.windows.net")
                .put("keyVaultDns", "vault.azure.net")
                .put("mhsmDns", "managedhsm.azure.net")
                .put("acrLoginServer", "azurecr.io")
                .put("sqlServerHostname", "database.windows.net");
        return json;
    }
}
