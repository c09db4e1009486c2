package io.terralake.functionapp;

import io.terralake.identity.Principal;
import io.terralake.keyvault.IKeyVault;
import java.util.regex.Pattern;

/** The value of an app setting, an environment variable of the functions. */
@FunctionalInterface
public interface AppSetting {

    /**
     * The value as Azure is given it. Text that looks like an expression of Terraform goes out as it is.
     *
     * @param app whoever reads it; grants may be made for it
     */
    String value(Principal app);

    /** A text, which everybody who can see the app can read. */
    static AppSetting of(String text) {
        return app -> text;
    }

    /**
     * The newest version of a secret, which the app reads by its identity. It is let in as a reader of secrets.
     *
     * @param vault where the secret is
     * @param name its name, 1 to 127 letters, digits and hyphens
     * @throws IllegalArgumentException when Key Vault would not accept the name
     * @see <a href="https://learn.microsoft.com/azure/app-service/app-service-key-vault-references">Use Key Vault references</a>
     */
    static AppSetting secret(IKeyVault vault, String name) {
        if (!Pattern.matches("[A-Za-z0-9-]{1,127}", name)) {
            throw new IllegalArgumentException(
                    "secret name \"%s\" is not allowed: 1 to 127 letters, digits and hyphens".formatted(name));
        }
        return app -> {
            vault.grantRead(app);
            return "@Microsoft.KeyVault(SecretUri=%ssecrets/%s)".formatted(vault.vaultUri(), name);
        };
    }
}
