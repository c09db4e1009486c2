package io.terralake.entra;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationApi;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationAppRole;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationConfig;
import com.hashicorp.cdktf.providers.azuread.application_identifier_uri.ApplicationIdentifierUri;
import com.hashicorp.cdktf.providers.azuread.application_identifier_uri.ApplicationIdentifierUriConfig;
import com.hashicorp.cdktf.providers.azuread.service_principal.ServicePrincipal;
import com.hashicorp.cdktf.providers.azuread.service_principal.ServicePrincipalConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.List;
import java.util.Objects;
import software.constructs.Construct;

/**
 * An application of the own tenant and its service principal. It has no password; only who was given one of its roles gets a
 * token for it.
 */
public final class Application extends Construct implements IApplication {
    /** Microsoft Graph, type application: {@code displayName}. */
    private static final NamingRule NAMING =
            NamingRule.of("application", "", 1, 256, "[^<>\\p{Cntrl}]*\\S", "no control characters and none of <>");

    private static final TerraformResourceLifecycle IGNORE_URIS = TerraformResourceLifecycle.builder()
            .ignoreChanges(List.of("identifier_uris"))
            .build();

    private final com.hashicorp.cdktf.providers.azuread.application.Application resource;
    private final List<AppRole> roles;
    private final String clientId;
    private final String identifierUri;
    private final String servicePrincipalId;

    /** @throws ConstructException when Entra would not accept the name, or two roles have one value */
    public Application(Construct scope, String id, ApplicationProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        EntraProvider.ensure(stack);
        this.roles = Objects.requireNonNull(props.roles());
        String given = props.identifierUri();
        String name = stack.nameOf(this, NAMING, props.displayName(), Objects.requireNonNull(props.purpose()));
        this.resource = new com.hashicorp.cdktf.providers.azuread.application.Application(
                this,
                "Resource",
                ApplicationConfig.builder()
                        .displayName(TerraformText.literal(name))
                        .signInAudience("AzureADMyOrg")
                        .preventDuplicateNames(true)
                        .api(ApplicationApi.builder()
                                .requestedAccessTokenVersion(2)
                                .build())
                        .appRole(roles.stream().map(Application::role).toList())
                        .identifierUris(given == null ? null : List.of(TerraformText.literal(given)))
                        // It is added below, where the client id is known.
                        .lifecycle(given == null ? IGNORE_URIS : null)
                        .build());
        this.clientId = resource.getClientId();
        this.identifierUri = given == null ? addIdentifierUri() : TerraformText.literal(given);
        this.servicePrincipalId = new ServicePrincipal(
                        this,
                        "ServicePrincipal",
                        ServicePrincipalConfig.builder()
                                .clientId(clientId)
                                .appRoleAssignmentRequired(true)
                                .build())
                .getObjectId();
    }

    /**
     * An existing application, whose service principal in the tenant is looked up when Terraform plans.
     *
     * @param clientId its client id, a GUID
     * @throws ConstructException when the client id has another form
     */
    public static IApplication fromClientId(Construct scope, String id, String clientId) {
        return new ImportedApplication(scope, id, clientId);
    }

    /** The id of the registration in Microsoft Graph, {@code /applications/<object id>}. */
    public String applicationId() {
        return resource.getId();
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public String identifierUri() {
        return identifierUri;
    }

    @Override
    public Grant grantRole(Principal principal, String role) {
        AppRole known = roles.stream()
                .filter(one -> one.value().equals(role))
                .findFirst()
                .orElseThrow(() -> new ConstructException(
                        this,
                        "there is no role \"%s\", there are %s"
                                .formatted(
                                        role, roles.stream().map(AppRole::value).toList())));
        return AppRoleGrant.of(this, new AppRoleGrant.Target(servicePrincipalId, role, known.id()), known, principal);
    }

    /** Entra takes without questions only those that begin with an id of its own. */
    private String addIdentifierUri() {
        return new ApplicationIdentifierUri(
                        this,
                        "IdentifierUri",
                        ApplicationIdentifierUriConfig.builder()
                                .applicationId(resource.getId())
                                .identifierUri("api://" + clientId)
                                .build())
                .getIdentifierUri();
    }

    private static ApplicationAppRole role(AppRole role) {
        return ApplicationAppRole.builder()
                .id(role.id())
                .value(TerraformText.literal(role.value()))
                .displayName(TerraformText.literal(Objects.requireNonNull(role.displayName())))
                .description(TerraformText.literal(Objects.requireNonNull(role.description())))
                .allowedMemberTypes(role.members().stream()
                        .map(MemberType::azureName)
                        .sorted()
                        .toList())
                .build();
    }
}
