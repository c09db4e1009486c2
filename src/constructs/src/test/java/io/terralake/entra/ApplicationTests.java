package io.terralake.entra;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationTests {
    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String OTHER = "99999999-2222-3333-4444-555555555555";
    private static final Principal JOB = Principal.servicePrincipal("job", ID);

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void hasNoPasswordAndIsForTheOwnTenant() {
        application();
        assertThat(stack)
                .hasResource("azuread_application", """
                        {
                          display_name: 'lakes-cars-test-weu',
                          sign_in_audience: 'AzureADMyOrg',
                          prevent_duplicate_names: true,
                          api: {requested_access_token_version: 2},
                          app_role: [{
                            id: '1b6358c0-7fc6-39b4-a579-533a09174055',
                            value: 'Cars.Read',
                            display_name: 'Cars.Read',
                            description: 'Reads cars',
                            allowed_member_types: ['Application'],
                          }],
                          password: absent,
                          lifecycle: {ignore_changes: ['identifier_uris', 'single_page_application']},
                        }
                        """)
                .hasResource(
                        "azuread_application_identifier_uri",
                        "{identifier_uri: textLike('api://${azuread_application.*.client_id}')}")
                .hasResource(
                        "azuread_service_principal",
                        "{client_id: textLike('${azuread_application.*.client_id}'), app_role_assignment_required: true}");
    }

    @Test
    void hasTheProviderInStacksWithOneOnly() {
        assertThat(stack).matchesAt("/provider/azuread", Match.absent());
        PlatformStack other = Stacks.publicStack();
        new Application(other, "App", ApplicationProps.builder().build());
        assertThat(other).hasProvider("azuread", "{}");
    }

    @Test
    void takesAnIdentifierUri() {
        Application application = new Application(
                stack,
                "App",
                ApplicationProps.builder()
                        .displayName("Cars")
                        .identifierUri("api://cars.example.com/v1")
                        .build());
        assertThat(stack)
                .hasResourceCount("azuread_application_identifier_uri", 0)
                .hasResource(
                        "azuread_application",
                        "{display_name: 'Cars', identifier_uris: ['api://cars.example.com/v1'],"
                                + " lifecycle: {ignore_changes: ['single_page_application']}}");
        assertThat(application.audiences()).hasSize(2).contains("api://cars.example.com/v1");
    }

    @Test
    void letsPeopleSignInToItsPages() {
        Application application = application();
        assertThat(stack).hasResource("azuread_application", "{required_resource_access: absent}");
        application.addPage("https://cars.example.com/b/");
        application.addPage("https://cars.example.com/a/");
        application.addPage("https://cars.example.com/b/");
        assertThat(stack)
                .hasResourceCount("azuread_application_redirect_uris", 1)
                .hasResource("azuread_application_redirect_uris", """
                        {
                          application_id: textLike('${azuread_application.*.id}'),
                          type: 'SPA',
                          redirect_uris: ['https://cars.example.com/a/', 'https://cars.example.com/b/'],
                        }
                        """)
                .hasResource("azuread_application", """
                        {required_resource_access: [{
                          resource_app_id: '00000003-0000-0000-c000-000000000000',
                          resource_access: [{id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope'}],
                        }]}
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://cars.example.com/", "https://cars.example.com/?a=b", "https://*.example.com/", "cars"})
    void refusesPagesThatEntraRefuses(String uri) {
        Application application = application();
        assertThatThrownBy(() -> application.addPage(uri))
                .hasMessage(
                        "page \"%s\" is not allowed: an address with https://, without query and wildcards (at test-stack/App)"
                                .formatted(uri));
    }

    @Test
    void hasNoMorePagesThanEntraTakes() {
        Application application = application();
        IntStream.range(0, 256).forEach(number -> application.addPage("https://cars.example.com/" + number));
        assertThatThrownBy(() -> application.addPage("https://cars.example.com/one-more"))
                .hasMessage("257 pages are not allowed: at most 256 (at test-stack/App)");
    }

    @Test
    void grantsARoleOnce() {
        Application application = application();
        application.grantRole(JOB, "Cars.Read");
        application.grantRole(JOB, "Cars.Read");
        assertThat(stack)
                .hasResourceCount("azuread_app_role_assignment", 1)
                .hasResource("azuread_app_role_assignment", """
                        {
                          app_role_id: '1b6358c0-7fc6-39b4-a579-533a09174055',
                          principal_object_id: '11111111-2222-3333-4444-555555555555',
                          resource_object_id: textLike('${azuread_service_principal.*.object_id}'),
                        }
                        """);
    }

    @Test
    void grantsARoleOfAnImportedApplication() {
        IApplication application = Application.fromClientId(stack, "App", ID);
        application.grantRole(JOB, "Cars.Read");
        assertThat(application.audiences()).containsExactly(ID, "api://" + ID);
        assertThat(stack)
                .hasResourceCount("azuread_application", 0)
                .hasResource(
                        "azuread_app_role_assignment",
                        "{app_role_id: textLike('${data.azuread_service_principal.*.app_role_ids[\"Cars.Read\"]}')}");
    }

    @Test
    void refusesWhatIsNotThere() {
        Application application = application();
        assertThatThrownBy(() -> application.grantRole(JOB, "Cars.Write"))
                .hasMessage("there is no role \"Cars.Write\", there are [Cars.Read] (at test-stack/App)");
        assertThatThrownBy(() -> application.grantRole(Principal.group("readers", ID), "Cars.Read"))
                .hasMessage(
                        "role \"Cars.Read\" is for [APPLICATION], \"readers\" is another kind: USER (at test-stack/App)");
        application.grantRole(JOB, "Cars.Read");
        assertThatThrownBy(() -> application.grantRole(Principal.servicePrincipal("job", OTHER), "Cars.Read"))
                .hasMessage(
                        "two principals called \"job\" would have the role \"Cars.Read\": %s and %s; give them different names (at test-stack/App)"
                                .formatted(ID, OTHER));
        assertThatThrownBy(() -> Application.fromClientId(stack, "Imported", "cars"))
                .hasMessage("client id \"cars\" is not a GUID such as %s (at test-stack/Imported)".formatted(ID));
    }

    @Test
    void refusesRolesThatEntraRefuses() {
        assertThatThrownBy(() -> AppRole.ofPrograms("Cars Read", "Reads"))
                .hasMessage("role \"Cars Read\" is not allowed: 1 to 120 letters, digits and '._-', no dot first");
        assertThatThrownBy(() -> new AppRole("Read", null, null, Set.of()))
                .hasMessage("role \"Read\" is for nobody: name the kinds of members");
        assertThatThrownBy(() -> new AppRole("Read", " ", null, Set.of(MemberType.USER)))
                .hasMessage(
                        "role \"Read\": display name \" \" or description \" \" is not allowed: 1 to 100 characters, and some text");
        AppRole role = AppRole.ofPrograms("Read", "Reads");
        assertThatThrownBy(() ->
                        ApplicationProps.builder().roles(List.of(role, role)).build())
                .hasMessage("role \"Read\" is there twice");
    }

    @ParameterizedTest
    @CsvSource({"https://cars", "api://", "api://cars/", "api://cars d"})
    void refusesOtherIdentifierUris(String uri) {
        assertThatThrownBy(() -> ApplicationProps.builder().identifierUri(uri).build())
                .hasMessage(
                        "identifier URI \"%s\" is not allowed: api://<name>[/<name>…] of at most 120 letters, digits and '._-'"
                                .formatted(uri));
    }

    @Test
    void letsAWorkflowOfGitHubIn() {
        new GitHubCredential(
                stack,
                "Deploy",
                GitHubCredentialProps.builder()
                        .application(application())
                        .subject(GitHubSubject.environment("octo-org/octo-repo", "prod"))
                        .build());
        assertThat(stack).hasResource("azuread_application_federated_identity_credential", """
                {
                  display_name: 'github-octo-org-octo-repo-environment-prod',
                  issuer: 'https://token.actions.githubusercontent.com',
                  audiences: ['api://AzureADTokenExchange'],
                  subject: 'repo:octo-org/octo-repo:environment:prod',
                  application_id: textLike('${azuread_application.*.id}'),
                }
                """);
        assertThat(GitHubSubject.branch("octo-org/octo-repo", "main").subject())
                .isEqualTo("repo:octo-org/octo-repo:ref:refs/heads/main");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "octo-org | environment:prod | repository \"octo-org\" is not allowed: <owner>/<name>, letters, digits and '._-'",
                "octo_org/a | environment:prod | repository \"octo_org/a\" is not allowed",
                "octo-org/.. | environment:prod | repository \"octo-org/..\" is not allowed",
                "o/r | environment:* | subject \"environment:*\" is not allowed: environment:<name>, ref:refs/heads/<branch> or pull_request, without wildcards",
                "o/r | environment: | subject \"environment:\" is not allowed",
                "o/r | ref:refs/heads/* | subject \"ref:refs/heads/*\" is not allowed",
                "o/r | * | subject \"*\" is not allowed",
            })
    void refusesSubjectsThatLetOthersIn(String repository, String claim, String message) {
        assertThatThrownBy(() -> new GitHubSubject(repository, claim)).hasMessageStartingWith(message);
    }

    private Application application() {
        return new Application(
                stack,
                "App",
                ApplicationProps.builder()
                        .purpose("cars")
                        .roles(List.of(AppRole.ofPrograms("Cars.Read", "Reads cars")))
                        .build());
    }
}
