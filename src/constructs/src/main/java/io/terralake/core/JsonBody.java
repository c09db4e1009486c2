package io.terralake.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/** JSON as CDKTF takes it: maps, lists and values, in which its tokens are resolved wherever they stand. */
final class JsonBody {
    /** JavaScript, in which CDKTF runs, has no greater integers. */
    private static final long GREATEST = 1L << 53;

    /** CDKTF drops a null: what comes after it in a list would move up, and an expression that reads a field would find none. */
    private static final String NULL = "${null}";

    private JsonBody() {}

    /** @throws ConstructException with the construct's path for an integer that CDKTF would round */
    static Map<String, Object> of(Construct construct, JsonNode object) {
        try {
            return of(object);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(construct, String.valueOf(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException for an integer that CDKTF would round */
    static Map<String, Object> of(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().forEach(field -> map.put(TerraformText.literal(field.getKey()), value(field.getValue())));
        return map;
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return NULL;
        }
        if (node.isObject()) {
            return of(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isNumber()) {
            return number(node);
        }
        return node.isBoolean() ? node.booleanValue() : TerraformText.literal(node.asText());
    }

    private static Number number(JsonNode node) {
        if (node.isIntegralNumber() && !isExact(node)) {
            throw new IllegalArgumentException("number %s is not allowed: -%d to %d, because it would be rounded"
                    .formatted(node, GREATEST, GREATEST));
        }
        return node.numberValue();
    }

    private static boolean isExact(JsonNode integer) {
        return integer.canConvertToLong() && integer.longValue() >= -GREATEST && integer.longValue() <= GREATEST;
    }
}
