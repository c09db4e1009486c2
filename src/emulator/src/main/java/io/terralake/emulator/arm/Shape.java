package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Whether a body has objects where Azure knows objects. What Azure does not know has any shape. */
final class Shape {
    private Shape() {}

    /** @throws OddException when it has something else where {@code known} has an object */
    static void like(JsonNode known, JsonNode given) {
        like(known, given, "");
    }

    private static void like(JsonNode known, JsonNode given, String at) {
        known.properties().forEach(field -> {
            JsonNode there = given.path(field.getKey());
            if (field.getValue().isObject() && !there.isMissingNode() && !there.isNull()) {
                String path = "%s/%s".formatted(at, field.getKey());
                expect(there.isObject(), path, "object", there);
                like(field.getValue(), there, path);
            }
        });
    }

    /**
     * The object at a path, which is made when nothing is there.
     *
     * @param path such as {@code /properties/aadProfile}
     * @throws OddException when something else stands there, or above
     */
    static ObjectNode object(ObjectNode of, String path) {
        ObjectNode here = of;
        for (String part : path.substring(1).split("/")) {
            JsonNode there = here.path(part);
            expect(there.isObject() || there.isMissingNode() || there.isNull(), path, "object", there);
            here = there instanceof ObjectNode object ? object : here.putObject(part);
        }
        return here;
    }

    /**
     * The objects of a list; none when nothing is there.
     *
     * @throws OddException when it is no list, or not all are objects
     */
    static List<ObjectNode> objects(JsonNode of, String path) {
        JsonNode list = of.at(path);
        expect(list.isArray() || list.isMissingNode() || list.isNull(), path, "array of objects", list);
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> {
                    expect(each.isObject(), path, "array of objects", list);
                    return (ObjectNode) each;
                })
                .toList();
    }

    private static void expect(boolean well, String path, String wanted, JsonNode given) {
        if (!well) {
            throw new OddException(
                    "'%s' must be a JSON %s, not %s".formatted(path.substring(1).replace('/', '.'), wanted, given));
        }
    }

    /** Something else stands where an object or a list must be. */
    static final class OddException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OddException(String message) {
            super(message);
        }
    }
}
