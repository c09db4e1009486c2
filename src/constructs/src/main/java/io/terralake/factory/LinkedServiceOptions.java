package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * What every linked service has.
 *
 * @param runtimeName where it connects from
 * @param credentialName what it logs in with; null for the factory's own identity
 */
record LinkedServiceOptions(String runtimeName, @Nullable String credentialName, ArtifactNotes notes) {

    /**
     * @param runtime null for the factory's own
     * @throws ConstructException when something is in another factory, or the notes have a folder
     */
    static LinkedServiceOptions of(
            Construct linkedService,
            IDataFactory factory,
            @Nullable IIntegrationRuntime runtime,
            @Nullable ICredential credential,
            @Nullable ArtifactNotes notes) {
        Contract.at(linkedService, () -> {
            if (runtime != null) {
                FactoryArtifact.requireSameFactory(factory, "integration runtime", runtime);
            }
            if (credential != null) {
                FactoryArtifact.requireSameFactory(factory, "credential", credential);
            }
        });
        try {
            return new LinkedServiceOptions(
                    runtime == null
                            ? factory.runtimeName()
                            : Contract.ask(linkedService, runtime, "runtimeName", runtime::runtimeName),
                    credential == null
                            ? null
                            : Contract.ask(linkedService, credential, "credentialName", credential::credentialName),
                    ArtifactNotes.withoutFolder(notes, "linked service"));
        } catch (IllegalArgumentException e) {
            throw new ConstructException(linkedService, String.valueOf(e.getMessage()), e);
        }
    }

    /** Writes the credential, if there is one, into type properties. */
    ObjectNode into(ObjectNode typeProperties) {
        if (credentialName != null) {
            typeProperties.set("credential", reference(credentialName, "CredentialReference"));
        }
        return typeProperties;
    }

    static ObjectNode reference(String name, String type) {
        return JsonNodeFactory.instance.objectNode().put("referenceName", name).put("type", type);
    }
}
