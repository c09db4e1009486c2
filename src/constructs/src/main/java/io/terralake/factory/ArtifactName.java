package io.terralake.factory;

import io.terralake.azure.NamingRule;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.Tokens;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.constructs.Construct;

/** The names of what is in a factory. */
public final class ArtifactName {
    private ArtifactName() {}

    /**
     * Returns a name that a factory would accept, and keeps others of its kind from having it.
     *
     * @param artifact has the name
     * @param factory is where it is
     * @throws ConstructException with the name and what is allowed, or with what has the name
     */
    public static String claim(Construct artifact, IDataFactory factory, ArtifactKind kind, String name) {
        return claim(artifact, factory, kind, kind.rule(), name);
    }

    /** As {@link #claim}, of something that has been in a factory: what the service took once, it takes again. */
    public static String claimAsIs(Construct artifact, IDataFactory factory, ArtifactKind kind, String name) {
        return claim(artifact, factory, kind, kind.accepted(), name);
    }

    /** What has a name in a factory by now. */
    public static Optional<Construct> owner(Construct asker, IDataFactory factory, ArtifactKind kind, String name) {
        return Optional.ofNullable(Taken.in(asker, factory).owners.get(key(kind, name)));
    }

    private static String key(ArtifactKind kind, String name) {
        return kind + "/" + name.toLowerCase(Locale.ROOT);
    }

    private static String claim(
            Construct artifact, IDataFactory factory, ArtifactKind kind, NamingRule rule, String name) {
        if (Tokens.isIn(name)) {
            return name;
        }
        PlatformStack.of(artifact).nameOf(artifact, rule, name);
        Construct other = Taken.in(artifact, factory).put(kind, name, artifact);
        if (other != null) {
            throw new ConstructException(
                    artifact,
                    "%s name \"%s\" is taken by %s: names are unique in a factory, whatever their case"
                            .formatted(kind.label(), name, other.getNode().getPath()));
        }
        return name;
    }

    /** What has a name in a factory by now. */
    static final class Taken {
        private final Map<String, Construct> owners = new HashMap<>();

        /** Those of a factory that is made here are the factory's own; those of others are the stack's. */
        static Taken in(Construct artifact, IDataFactory factory) {
            return factory instanceof DataFactory made
                    ? made.taken()
                    : Elsewhere.of(PlatformStack.of(artifact)).factory(factory.factoryId());
        }

        private Construct put(ArtifactKind kind, String name, Construct artifact) {
            return owners.putIfAbsent(key(kind, name), artifact);
        }
    }

    /** The names in factories that are managed elsewhere, as far as a stack knows them. */
    private static final class Elsewhere {
        private final Map<String, Taken> factories = new HashMap<>();

        static Elsewhere of(PlatformStack stack) {
            return stack.find(Elsewhere.class).orElseGet(() -> {
                Elsewhere elsewhere = new Elsewhere();
                stack.share(Elsewhere.class, elsewhere);
                return elsewhere;
            });
        }

        Taken factory(String id) {
            return factories.computeIfAbsent(id.toLowerCase(Locale.ROOT), key -> new Taken());
        }
    }
}
