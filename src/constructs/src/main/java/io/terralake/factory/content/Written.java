package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.IDataFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an artifact is made of, as somebody wrote it; the properties are without what the service writes into them by itself.
 *
 * @param allowKeys whether keys and passwords are warnings only
 */
record Written(IDataFactory factory, String name, ObjectNode properties, boolean allowKeys) {
    private static final List<String> BY_SERVICE = List.of("lastPublishTime", "snapshot", "provisioningState");

    /** Null stays null, for who says that a field is missing. */
    static Written of(IDataFactory factory, String name, ObjectNode properties, @Nullable Boolean allowKeys) {
        ObjectNode own = properties == null ? properties : properties.deepCopy();
        if (own != null) {
            own.remove(BY_SERVICE);
        }
        return new Written(factory, name, own, Boolean.TRUE.equals(allowKeys));
    }
}
