package io.terralake.entra;

import com.hashicorp.cdktf.providers.azuread.application_federated_identity_credential.ApplicationFederatedIdentityCredential;
import com.hashicorp.cdktf.providers.azuread.application_federated_identity_credential.ApplicationFederatedIdentityCredentialConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.List;
import software.constructs.Construct;

/** Lets a workflow of GitHub Actions log in as an application, without a password. */
public final class GitHubCredential extends StackPart {
    /** Microsoft Graph, type federatedIdentityCredential: {@code name}. */
    private static final NamingRule NAMING = NamingRule.of(
            "federated credential", "", 3, 120, "[A-Za-z0-9][A-Za-z0-9_-]*", "letters, digits, '_' and '-'");

    public GitHubCredential(Construct scope, String id, GitHubCredentialProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        String subject = props.subject().subject();
        String name = "github-" + subject.replaceFirst("^repo:", "").replaceAll("[^A-Za-z0-9]+", "-");
        new ApplicationFederatedIdentityCredential(
                this,
                "Resource",
                ApplicationFederatedIdentityCredentialConfig.builder()
                        .applicationId(props.application().applicationId())
                        .displayName(PlatformStack.of(this).nameOf(this, NAMING, shortened(name)))
                        .issuer("https://token.actions.githubusercontent.com")
                        .audiences(List.of("api://AzureADTokenExchange"))
                        .subject(TerraformText.literal(subject))
                        .build());
    }

    private static String shortened(String name) {
        return name.length() > NAMING.maxLength() ? name.substring(0, NAMING.maxLength()) : name;
    }
}
