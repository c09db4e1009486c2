package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read about something in a factory.
 *
 * @param description what it is for; @default none
 * @param annotations words to find it by; @default none
 * @param folder where it stands in the studio, such as {@code shop/orders}; linked services have none; @default at the top
 * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-annotations-user-properties">Annotations and user
 *     properties</a>
 */
@RecordBuilder
public record ArtifactNotes(
        @Nullable String description,
        @Nullable List<String> annotations,
        @Nullable String folder) {
    /** Nothing. */
    public static final ArtifactNotes NONE = builder().build();

    /** @throws IllegalArgumentException when the folder starts or ends with a slash, or has an empty name in it */
    public ArtifactNotes {
        annotations = RequiredFields.copyOrEmpty(annotations);
        if (folder != null && (folder.isBlank() || ("/" + folder + "/").contains("//"))) {
            throw new IllegalArgumentException(
                    "folder \"%s\" is not allowed: names with slashes between them, such as shop/orders"
                            .formatted(folder));
        }
    }

    public static ArtifactNotesBuilder builder() {
        return ArtifactNotesBuilder.builder();
    }

    /**
     * The notes of what has no folder.
     *
     * @throws IllegalArgumentException when they name one
     */
    public static ArtifactNotes withoutFolder(@Nullable ArtifactNotes notes, String kind) {
        if (notes != null && notes.folder() != null) {
            throw new IllegalArgumentException(
                    "folder \"%s\" is not allowed: a %s has none".formatted(notes.folder(), kind));
        }
        return notes == null ? NONE : notes;
    }

    /** The description as azurerm wants it. */
    public @Nullable String descriptionLiteral() {
        return Literals.of(description);
    }

    /** The annotations as azurerm wants them; null for none. */
    public @Nullable List<String> annotationLiterals() {
        return annotations.isEmpty() ? null : Literals.of(annotations);
    }

    /** Writes them into what stands under {@code properties}. */
    public void write(ObjectNode properties) {
        if (description != null) {
            properties.put("description", description);
        }
        for (String annotation : annotations) {
            properties.withArray("annotations").add(annotation);
        }
        if (folder != null) {
            properties.putObject("folder").put("name", folder);
        }
    }
}
