package io.terralake.factory.content;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.NamedReferences;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the files of a factory are read.
 *
 * @param parameters values of a template's parameters, by name; @default its defaults
 * @param replacements what differs from the files; @default nothing
 * @param existing what the factory has that is not in the files; @default nothing
 * @param standIns what the files may have and something else stands for, such as a linked service that logs in otherwise: kinds
 *     and names, by {@link #standIn}; @default nothing
 * @param globalParameters the names of the factory's; @default those of the files, where they say so
 * @param allowKeys whether keys and passwords are warnings only; @default false
 * @param withoutSynapse whether what belongs to Synapse only is left out, with what names it; @default false, it is refused
 */
@RecordBuilder
public record ReadOptions(
        @Nullable Map<String, Object> parameters,
        @Nullable List<Replacement> replacements,
        @Nullable Existing existing,
        @Nullable Set<String> standIns,
        @Nullable Optional<Set<String>> globalParameters,
        @Nullable Boolean allowKeys,
        @Nullable Boolean withoutSynapse) {

    public ReadOptions {
        parameters = Sorted.copyOrEmpty(parameters);
        replacements = RequiredFields.copyOrEmpty(replacements);
        existing = existing == null ? Existing.NONE : existing;
        standIns = standIns == null ? Set.of() : Set.copyOf(standIns);
        globalParameters = globalParameters == null ? Optional.empty() : globalParameters;
        allowKeys = allowKeys != null && allowKeys;
        withoutSynapse = withoutSynapse != null && withoutSynapse;
    }

    /** How {@link #standIns} call something. */
    public static String standIn(ArtifactKind kind, String name) {
        return Artifact.key(kind, name);
    }

    /** What kinds of artifacts are called in Git. */
    public static List<String> kinds() {
        return Arrays.stream(ArtifactFolder.values())
                .map(ArtifactFolder::folder)
                .toList();
    }

    /** The kind that is called so in Git. */
    public static Optional<ArtifactKind> kind(String folder) {
        return Arrays.stream(ArtifactFolder.values())
                .filter(kind -> kind.folder().equalsIgnoreCase(folder))
                .map(ArtifactFolder::kind)
                .findFirst();
    }

    /** What the factory has that is not in the files, stand-ins included. */
    Existing.Answer has(ArtifactKind kind, String name) {
        return Objects.requireNonNull(standIns).contains(standIn(kind, name)) || NamedReferences.isBuiltIn(kind, name)
                ? Existing.Answer.YES
                : Objects.requireNonNull(existing).has(kind, name);
    }

    public static ReadOptionsBuilder builder() {
        return ReadOptionsBuilder.builder();
    }
}
