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

    /** CDKTF drops a null; in a list what comes after it would move up. */
    private static final String NULL = "${null}";

    private final boolean keepNulls;

    private JsonBody(boolean keepNulls) {
        this.keepNulls = keepNulls;
    }

    /**
     * @param keepNulls whether nulls of objects stay
     * @throws ConstructException with the construct's path for an integer that CDKTF would round
     */
    static Map<String, Object> of(Construct construct, JsonNode object, boolean keepNulls) {
        try {
            return new JsonBody(keepNulls).map(object);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(construct, String.valueOf(e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException for an integer that CDKTF would round */
    static Map<String, Object> of(JsonNode object) {
        return new JsonBody(false).map(object);
    }

    private Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (keepNulls || !field.getValue().isNull()) {
                map.put(TerraformText.literal(field.getKey()), value(field.getValue()));
            }
        });
        return map;
    }

    private Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(value(element)));
            return list;
        }
        if (node.isNull()) {
            return NULL;
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
