package io.terralake.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** People and programs log in by Entra ID; keys and passwords of a service's own are switched off. */
final class LocalAuthRule implements PolicyRule {
    private static final Set<String> MUST_NOT_BE_TRUE = Set.of(
            "shared_access_key_enabled",
            "local_auth_enabled",
            "local_authentication_enabled",
            "local_user_enabled",
            "access_keys_authentication_enabled",
            "ftp_publish_basic_authentication_enabled",
            "webdeploy_publish_basic_authentication_enabled");
    private static final Set<String> MUST_NOT_BE_FALSE =
            Set.of("local_authentication_disabled", "azuread_authentication_only");
    private static final Set<String> ADMINISTRATOR = Set.of("admin_enabled");

    @Override
    public String id() {
        return "local-auth";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return resource.arguments().stream()
                .<String>mapMulti((argument, found) -> check(resource, argument, found))
                .toList();
    }

    private static void check(PolicyResource resource, Argument argument, Consumer<String> found) {
        if (argument.is(true, MUST_NOT_BE_TRUE) || hasAdministrator(resource, argument)) {
            found.accept(argument + ", false is needed");
        } else if (argument.is(false, MUST_NOT_BE_FALSE)) {
            found.accept(argument + ", true is needed");
        }
    }

    /** A registry's one user with a password; other types call other things so. */
    private static boolean hasAdministrator(PolicyResource resource, Argument argument) {
        return argument.is(true, ADMINISTRATOR) && resource.type().equals("azurerm_container_registry");
    }
}
