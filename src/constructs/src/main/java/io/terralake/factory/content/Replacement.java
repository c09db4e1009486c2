package io.terralake.factory.content;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.factory.ArtifactKind;
import org.jspecify.annotations.Nullable;

/**
 * What differs from the files, such as a server in another environment.
 *
 * @param kind of the artifact
 * @param name of the artifact, in any case
 * @param pointer where in its properties, such as {@code /typeProperties/url}; something stands there
 * @param value a string, number or boolean, lists and maps of them, or JSON; tokens of Terraform may stand in it; null takes
 *     out what is there
 */
public record Replacement(
        ArtifactKind kind,
        String name,
        String pointer,
        @Nullable Object value) {
    /** Maps have no order of their own, and a synth gives the same on every run. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** @throws IllegalArgumentException when the pointer is none, or names everything */
    public Replacement {
        if (pointer != null && (pointer.length() < 2 || !pointer.startsWith("/"))) {
            throw new IllegalArgumentException(
                    "pointer \"%s\" is not allowed: a JSON pointer from the properties, such as /typeProperties/url"
                            .formatted(pointer));
        }
    }

    /** Replaces a value of a linked service, which is what differs most. */
    public static Replacement ofLinkedService(String name, String pointer, @Nullable Object value) {
        return new Replacement(ArtifactKind.LINKED_SERVICE, name, pointer, value);
    }

    JsonPointer at() {
        return JsonPointer.compile(pointer);
    }

    JsonNode json() {
        return JSON.valueToTree(value);
    }

    String key() {
        return Artifact.key(kind, name);
    }
}
