package io.terralake.factory;

import io.terralake.core.PlatformStack;
import io.terralake.core.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** What the tokens in references stand for, so that references which were made by object are checked as such. */
public final class NamedArtifacts {
    private final Map<String, FactoryArtifact> byToken = new HashMap<>();

    private NamedArtifacts() {}

    /**
     * Keeps what a token names; a name alone may be that of others in other factories.
     *
     * @return the token
     */
    public static String remember(FactoryArtifact artifact, String token) {
        if (Tokens.isIn(token)) {
            of(artifact).byToken.put(token, artifact);
        }
        return token;
    }

    /**
     * What a reference names, by its token or its name, as far as it is there by now.
     *
     * @param asker where the reference stands
     */
    public static Optional<IConstruct> find(Construct asker, IDataFactory factory, ArtifactKind kind, String name) {
        IConstruct known = of(asker).byToken.get(name);
        return known == null
                ? ArtifactName.owner(asker, factory, kind, name).map(IConstruct.class::cast)
                : Optional.of(known);
    }

    private static NamedArtifacts of(IConstruct construct) {
        PlatformStack stack = PlatformStack.of((Construct) construct);
        return stack.find(NamedArtifacts.class).orElseGet(() -> {
            NamedArtifacts artifacts = new NamedArtifacts();
            stack.share(NamedArtifacts.class, artifacts);
            return artifacts;
        });
    }
}
