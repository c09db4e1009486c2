package io.terralake.keyvault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiAction;
import io.terralake.core.AzapiActionProps;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.UserAssignedIdentity;
import io.terralake.identity.UserAssignedIdentityProps;
import java.util.List;
import java.util.Objects;
import software.constructs.Construct;

/**
 * A key that services encrypt with instead of Microsoft's, and the identity that they use it as. Key Vault makes a new version each
 * year. It is made by the management plane: whoever deploys needs neither a right to keys nor a way into a private vault. Azure
 * deletes a key with its vault only, and so does Terraform.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/create-if-not-exist">Keys: create if not exist</a>
 */
public final class EncryptionKey extends StackPart implements IEncryptionKey {
    private static final String TYPE = "Microsoft.KeyVault/vaults/keys@2023-07-01";
    private static final String VERSIONED = "properties.keyUriWithVersion";
    private static final int BITS = 3072;
    private static final NamingRule NAMING =
            NamingRule.of("encryption key", "", 1, 127, "[A-Za-z0-9-]+", "letters, digits and hyphens");

    private final KeyVault vault;
    private final String name;
    private final UserAssignedIdentity identity;
    private final Grant grant;
    private final AzapiAction resource;

    /** @throws io.terralake.core.ConstructException when the name is not allowed */
    public EncryptionKey(Construct scope, String id, EncryptionKeyProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.vault = props.vault();
        this.name = PlatformStack.of(this).nameOf(this, NAMING, Objects.requireNonNull(props.name()));
        this.identity = new UserAssignedIdentity(
                this,
                "Identity",
                UserAssignedIdentityProps.builder().purpose("cmk").build());
        this.grant = vault.grantEncrypt(identity);
        this.resource = new AzapiAction(
                this,
                "Resource",
                AzapiActionProps.builder()
                        .type(TYPE)
                        .resourceId("%s/keys/%s".formatted(vault.vaultId(), name))
                        .method(AzapiActionProps.Method.PUT)
                        .body(body(vault.sku()))
                        .responseExportValues(List.of(VERSIONED))
                        .build());
        PlatformStack.of(this).protection().retain(resource, null);
    }

    /**
     * An existing key.
     *
     * @param keyUri the key with a version, {@code https://<vault>.vault.azure.net/keys/<key>/<version>}
     * @param vaultId the Azure id of its vault
     * @param identityId the Azure id of a user-assigned identity that may wrap and unwrap with it
     * @throws io.terralake.core.ConstructException when one of them has another form
     */
    public static IEncryptionKey fromKeyUri(
            Construct scope, String id, String keyUri, String vaultId, String identityId) {
        return new ImportedEncryptionKey(scope, id, keyUri, vaultId, identityId);
    }

    @Override
    public String keyUri() {
        return "%skeys/%s".formatted(vault.vaultUri(), name);
    }

    @Override
    public String versionedKeyUri() {
        return resource.output(VERSIONED);
    }

    @Override
    public String vaultId() {
        return vault.vaultId();
    }

    @Override
    public String identityId() {
        return identity.resourceId();
    }

    @Override
    public Grant grantUse(Principal principal) {
        return vault.grantEncrypt(principal);
    }

    @Override
    public void applyBefore(Construct dependant) {
        grant.applyBefore(dependant);
        DependsOn.add(dependant, List.of(resource));
    }

    private static ObjectNode body(KeyVaultSku sku) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("kty", sku == KeyVaultSku.PREMIUM ? "RSA-HSM" : "RSA").put("keySize", BITS);
        properties.putArray("keyOps").add("wrapKey").add("unwrapKey");
        ObjectNode rotation = properties.putObject("rotationPolicy");
        rotation.putObject("attributes").put("expiryTime", "P2Y");
        ObjectNode action = rotation.putArray("lifetimeActions").addObject();
        action.putObject("trigger").put("timeAfterCreate", "P1Y");
        action.putObject("action").put("type", "rotate");
        return body;
    }
}
