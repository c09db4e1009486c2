package io.terralake.emulator.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;

/** What the directory adds to new objects. */
final class DirectoryObjects {
    private static final String CREATED = "2026-01-01T00:00:00Z";

    private static final String DOMAIN = "example.com";

    private DirectoryObjects() {}

    /** @param collection the path that the object was posted to, in lower case */
    static ObjectNode defaults(String collection, ObjectNode object, String id, Store store) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (collection.equals("/applications")) {
            json.put("appId", Guids.of("application", id)).put("publisherDomain", DOMAIN);
            json.put("signInAudience", "AzureADMyOrg").put("createdDateTime", CREATED);
            json.putArray("identifierUris");
            json.putArray("appRoles");
        } else if (collection.equals("/serviceprincipals")) {
            principal(json, object.path("appId").asText(), store);
        } else if (collection.endsWith("/approleassignedto") || collection.endsWith("/approleassignments")) {
            json.put("principalDisplayName", "emulated").put("principalType", "ServicePrincipal");
            json.put("resourceDisplayName", "emulated").put("createdDateTime", CREATED);
        }
        return json;
    }

    /** The only domain of the tenant. */
    static ObjectNode domain() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", DOMAIN).put("authenticationType", "Managed");
        json.put("isDefault", true).put("isInitial", true).put("isRoot", true);
        json.put("isVerified", true).put("isAdminManaged", true);
        json.putArray("supportedServices");
        return json;
    }

    private static void principal(ObjectNode json, String appId, Store store) {
        json.put("servicePrincipalType", "Application").put("accountEnabled", true);
        json.put("appOwnerOrganizationId", Guids.TENANT).put("signInAudience", "AzureADMyOrg");
        json.putArray("servicePrincipalNames").add(appId);
        store.children(Space.DIRECTORY, "/applications").stream()
                .filter(application -> application.path("appId").asText().equals(appId))
                .findFirst()
                .ifPresent(application -> {
                    json.set("displayName", application.path("displayName"));
                    json.set("appRoles", application.path("appRoles"));
                });
    }
}
