package io.terralake.entra;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import java.util.List;
import software.constructs.IConstruct;

/** An application of Entra ID, made here or imported. */
public interface IApplication extends IConstruct {

    /** The id by which tokens and programs name it, a GUID. */
    String clientId();

    /** What a program asks a token for, such as {@code api://11111111-2222-3333-4444-555555555555}. */
    String identifierUri();

    /** Whom tokens for it are made out to, in both versions of tokens: the client id and the identifier URI. */
    default List<String> audiences() {
        return List.of(clientId(), identifierUri());
    }

    /**
     * Gives a principal a role of the application: the role is in the principal's tokens for it.
     *
     * @param role the role's value, such as {@code Cars.Read}
     * @throws io.terralake.core.ConstructException when the application is made here and has no such role, or the role is not for
     *     principals of that kind
     */
    Grant grantRole(Principal principal, String role);
}
