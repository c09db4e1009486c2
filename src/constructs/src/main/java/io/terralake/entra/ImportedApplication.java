package io.terralake.entra;

import com.hashicorp.cdktf.providers.azuread.data_azuread_service_principal.DataAzureadServicePrincipal;
import com.hashicorp.cdktf.providers.azuread.data_azuread_service_principal.DataAzureadServicePrincipalConfig;
import io.terralake.azure.Guid;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.Construct;

/** An application that is managed elsewhere. */
final class ImportedApplication extends StackPart implements IApplication {
    private final String clientId;
    private final DataAzureadServicePrincipal servicePrincipal;

    ImportedApplication(Construct scope, String id, String clientId) {
        super(scope, id);
        if (!Tokens.isIn(clientId) && !clientId.matches(Guid.REGEX)) {
            throw new ConstructException(
                    this,
                    "client id \"%s\" is not a GUID such as 11111111-2222-3333-4444-555555555555".formatted(clientId));
        }
        this.clientId = clientId;
        EntraProvider.ensure(PlatformStack.of(scope));
        this.servicePrincipal = new DataAzureadServicePrincipal(
                this,
                "Resource",
                DataAzureadServicePrincipalConfig.builder().clientId(clientId).build());
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public String identifierUri() {
        return "api://" + clientId;
    }

    @Override
    public Grant grantRole(Principal principal, String role) {
        String roleId = servicePrincipal.getAppRoleIds().lookup(role);
        return AppRoleGrant.of(
                this, new AppRoleGrant.Target(servicePrincipal.getObjectId(), role, roleId), null, principal);
    }
}
