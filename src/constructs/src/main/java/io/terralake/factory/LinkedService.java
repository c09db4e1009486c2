package io.terralake.factory;

/**
 * A factory's connection to another service. Those of the library log in as the factory; there are no keys and no
 * passwords.
 *
 * <p>Connections to other services are a {@link CustomLinkedService}, or a construct of your own that implements this
 * interface.
 */
public interface LinkedService extends FactoryArtifact {

    /** The name of the linked service, best as a token that makes who uses it wait for it. */
    String linkedServiceName();
}
