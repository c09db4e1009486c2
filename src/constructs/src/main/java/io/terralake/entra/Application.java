package io.terralake.entra;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationApi;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationAppRole;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationConfig;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationRequiredResourceAccess;
import com.hashicorp.cdktf.providers.azuread.application.ApplicationRequiredResourceAccessResourceAccess;
import com.hashicorp.cdktf.providers.azuread.application_identifier_uri.ApplicationIdentifierUri;
import com.hashicorp.cdktf.providers.azuread.application_identifier_uri.ApplicationIdentifierUriConfig;
import com.hashicorp.cdktf.providers.azuread.application_redirect_uris.ApplicationRedirectUris;
import com.hashicorp.cdktf.providers.azuread.application_redirect_uris.ApplicationRedirectUrisConfig;
import com.hashicorp.cdktf.providers.azuread.service_principal.ServicePrincipal;
import com.hashicorp.cdktf.providers.azuread.service_principal.ServicePrincipalConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.core.Tokens;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.constructs.Construct;

/**
 * An application of the own tenant and its service principal. It has no password; only who was given one of its roles gets a
 * token for it.
 */
public final class Application extends StackPart implements IApplication {
    /** Microsoft Graph, type application: {@code displayName}. */
    private static final NamingRule NAMING =
            NamingRule.of("application", "", 1, 256, "[^<>\\p{Cntrl}]*\\S", "no control characters and none of <>");

    /** Azuread's resources for one part of an application write it beside the application's own. */
    private static final String URIS = "identifier_uris";

    private static final String PAGES = "single_page_application";
    private static final int MOST_PAGES = 256;

    /**
     * Microsoft Graph, and its permission {@code User.Read}, "Sign in and read user profile".
     *
     * @see <a href="https://learn.microsoft.com/graph/permissions-reference#userread">Microsoft Graph permissions reference</a>
     */
    private static final String GRAPH = "00000003-0000-0000-c000-000000000000";

    private static final String SIGN_IN = "e1fe6dd8-ba31-4d61-89e7-88639da4683d";

    private final com.hashicorp.cdktf.providers.azuread.application.Application resource;
    private final List<AppRole> roles;
    private final String clientId;
    private final String identifierUri;
    private final String servicePrincipalId;
    private final Set<String> pages = new TreeSet<>();

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
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .ignoreChanges(given == null ? List.of(URIS, PAGES) : List.of(PAGES))
                                .build())
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

    /**
     * Lets people sign in to a page in the browser, which then has tokens for this application (authorization code flow with PKCE,
     * scope {@code <client id>/.default}). Who signs in first is asked whether the application may read his profile; where people may not
     * say so, an administrator consents for all of them.
     *
     * @param uri the address that Entra sends them back to, with HTTPS; known when Terraform applies at the latest
     * @throws ConstructException when it is another address, or there are more than 256
     */
    public void addPage(String uri) {
        if (!Tokens.isIn(uri) && !uri.matches("https://[^\\s?#*]+")) {
            throw new ConstructException(
                    this,
                    "page \"%s\" is not allowed: an address with https://, without query and wildcards".formatted(uri));
        }
        if (pages.isEmpty()) {
            letPeopleSignIn();
            PlatformStack.of(this).beforeSynth(this::writePages);
        }
        pages.add(uri);
        if (pages.size() > MOST_PAGES) {
            throw new ConstructException(
                    this, "%d pages are not allowed: at most %d".formatted(pages.size(), MOST_PAGES));
        }
    }

    /** Entra gives no application a token for itself that asks for less (AADSTS90008). */
    private void letPeopleSignIn() {
        resource.putRequiredResourceAccess(List.of(ApplicationRequiredResourceAccess.builder()
                .resourceAppId(GRAPH)
                .resourceAccess(List.of(ApplicationRequiredResourceAccessResourceAccess.builder()
                        .id(SIGN_IN)
                        .type("Scope")
                        .build()))
                .build()));
    }

    private void writePages() {
        new ApplicationRedirectUris(
                this,
                "Pages",
                ApplicationRedirectUrisConfig.builder()
                        .applicationId(resource.getId())
                        .type("SPA")
                        .redirectUris(pages.stream().map(TerraformText::literal).toList())
                        .build());
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
