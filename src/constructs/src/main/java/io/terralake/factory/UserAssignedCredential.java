package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.ManagedIdentity;
import software.constructs.Construct;

/**
 * A user-assigned identity that linked services of a factory log in with.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/credentials">Credentials in Azure Data Factory</a>
 */
public final class UserAssignedCredential extends StackPart implements ICredential {
    private final IDataFactory factory;
    private final String credentialName;

    /** @throws ConstructException when the factory does not have the identity, or the name is not allowed or taken */
    public UserAssignedCredential(Construct scope, String id, UserAssignedCredentialProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.factory = props.factory();
        ManagedIdentity identity = props.identity();
        String identityId = Contract.ask(this, identity, "resourceId", identity::resourceId);
        if (factory instanceof DataFactory made && !made.hasIdentity(identityId)) {
            throw new ConstructException(
                    this,
                    "the factory %s does not have the identity %s: name it in the factory's identities"
                            .formatted(factory.getNode().getPath(), identity.displayName()));
        }
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("type", "ManagedIdentity");
        if (props.description() != null) {
            properties.put("description", props.description());
        }
        properties.putObject("typeProperties").put("resourceId", identityId);
        this.credentialName = ArtifactResource.add(
                        this, factory, ArtifactKind.CREDENTIAL, "credentials", props.name(), properties)
                .resourceName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String credentialName() {
        return credentialName;
    }
}
