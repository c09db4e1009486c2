package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import java.util.List;
import java.util.Locale;

/**
 * Something that a factory has, as a file has it.
 *
 * @param file the file, from the folder that was read
 * @param pointer where its properties stand there, as a JSON pointer
 */
public record Artifact(ArtifactKind kind, String name, String file, String pointer, ObjectNode properties) {

    /** Names are unique by kind, whatever their case. */
    String key() {
        return key(kind, name);
    }

    static String key(ArtifactKind kind, String name) {
        return kind + "/" + name.toLowerCase(Locale.ROOT);
    }

    /** Notes what is wrong with it. */
    Findings findings(List<Finding> into) {
        return new Findings(file, pointer, properties, into);
    }
}
