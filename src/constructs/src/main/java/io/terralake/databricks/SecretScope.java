package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.secret_acl.SecretAcl;
import com.hashicorp.cdktf.providers.databricks.secret_acl.SecretAclConfig;
import com.hashicorp.cdktf.providers.databricks.secret_scope.SecretScopeConfig;
import com.hashicorp.cdktf.providers.databricks.secret_scope.SecretScopeKeyvaultMetadata;
import io.terralake.azure.NamingRule;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.identity.Grant;
import io.terralake.identity.ResourceGrant;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/**
 * The secrets of a vault for notebooks and jobs. They stay in the vault: no value gets into Terraform, and notebooks show none.
 *
 * @see <a href="https://learn.microsoft.com/azure/databricks/security/secrets/secret-scopes">Azure Databricks: secret scopes</a>
 */
public final class SecretScope extends StackPart {
    private static final NamingRule NAMING =
            NamingRule.of("secret scope", "", 1, 128, "[\\w.@/-]+", "letters, digits and '_.@/-'");

    private final com.hashicorp.cdktf.providers.databricks.secret_scope.SecretScope resource;
    private final Map<DatabricksPrincipal, ResourceGrant> readers = new HashMap<>();

    /** @throws io.terralake.core.ConstructException when the name is not allowed, or the stack works in another workspace */
    public SecretScope(Construct scope, String id, SecretScopeProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        WorkspaceProvider.configure(this, props.workspace());
        this.resource = new com.hashicorp.cdktf.providers.databricks.secret_scope.SecretScope(
                this,
                "Resource",
                SecretScopeConfig.builder()
                        .name(PlatformStack.of(this).nameOf(this, NAMING, props.name()))
                        .keyvaultMetadata(SecretScopeKeyvaultMetadata.builder()
                                .resourceId(props.vault().vaultId())
                                .dnsName(props.vault().vaultUri())
                                .build())
                        .build());
        props.vault().grantRead(props.application()).applyBefore(resource);
    }

    /** Its name, as a token that makes who uses it wait for it. */
    public String scopeName() {
        return resource.getName();
    }

    /** Lets a principal read every secret. */
    public Grant grantRead(DatabricksPrincipal principal) {
        return readers.computeIfAbsent(principal, this::read);
    }

    private ResourceGrant read(DatabricksPrincipal principal) {
        return new ResourceGrant(new SecretAcl(
                this,
                "Read-" + principal.name().replace('/', '-'),
                SecretAclConfig.builder()
                        .scope(scopeName())
                        .principal(TerraformText.literal(principal.name()))
                        .permission("READ")
                        .build()));
    }
}
