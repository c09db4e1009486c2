package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;

/** What providers ask before they begin: where the parts of the cloud are. */
public final class Metadata implements Service {
    @Override
    public Optional<Reply> answer(Request request) {
        if (request.key().equals("/metadata/endpoints")) {
            return Optional.of(Reply.json(200, endpoints("https://" + request.header("host"))));
        }
        return Optional.empty();
    }

    private static ObjectNode endpoints(String here) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", "AzureCloud").put("resourceManager", here).put("portal", here + "/");
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
