package io.terralake.factory;

import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** What references stand for that were made by object, so that they are checked as such wherever they stand in JSON. */
public final class NamedArtifacts {
    private final Map<String, FactoryArtifact> known = new HashMap<>();

    private NamedArtifacts() {}

    /**
     * Keeps what a reference names.
     *
     * @param name a token, or the name alone of a class of somebody's own
     * @return the name
     */
    public static String remember(ArtifactKind kind, FactoryArtifact artifact, String name) {
        of(artifact).known.put(key(Contract.ask(artifact, "factory", artifact::factory), kind, name), artifact);
        return name;
    }

    /**
     * What a reference names, as far as it is there by now.
     *
     * @param asker where the reference stands
     */
    public static Optional<IConstruct> find(Construct asker, IDataFactory factory, ArtifactKind kind, String name) {
        IConstruct artifact = of(asker).known.get(key(factory, kind, name));
        return artifact == null
                ? ArtifactName.owner(asker, factory, kind, name).map(IConstruct.class::cast)
                : Optional.of(artifact);
    }

    /** A token names one thing, wherever it is; a name does so in its factory. */
    private static String key(IDataFactory factory, ArtifactKind kind, String name) {
        return Tokens.isIn(name)
                ? name
                : "%s/%s/%s".formatted(factory.factoryId(), kind, name.toLowerCase(Locale.ROOT));
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
