package io.terralake.factory;

/** What linked services log in with instead of the factory's own identity. */
public interface ICredential extends FactoryArtifact {
    /** The name of the credential, as a token that makes who uses it wait for it. */
    String credentialName();
}
