package io.terralake.identity;

/**
 * A role of Azure that grants assign. A service declares those that its grants need; {@link #named} is any other.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/built-in-roles">Azure built-in roles</a>
 */
public interface Role {

    /** The role's name in Azure, such as {@code Key Vault Secrets User}. */
    String azureName();

    /**
     * A role by its name.
     *
     * @param azureName a built-in role's, or that of a custom role that exists in the subscription
     */
    static Role named(String azureName) {
        return () -> azureName;
    }
}
