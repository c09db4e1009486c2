package io.terralake.factory;

import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** The names of what is in a factory. */
public final class ArtifactName {
    private ArtifactName() {}

    /**
     * Returns a name that a factory would accept.
     *
     * @throws io.terralake.core.ConstructException with the name and what is allowed
     */
    public static String check(Construct construct, String name) {
        return PlatformStack.of(construct).nameOf(construct, FactoryNames.ARTIFACT, name);
    }
}
