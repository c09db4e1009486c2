package io.terralake.factory;

/** Where copies run and linked services connect from: Azure, or machines of one's own. */
public interface IIntegrationRuntime extends FactoryArtifact {
    /** The name of the runtime, as a token that makes who uses it wait for it. */
    String runtimeName();
}
