package io.terralake.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** JSON that is the text of an argument, such as {@code type_properties_json} of a linked service. */
final class JsonText {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonText() {}

    /** The values in the document; none when the text is something else. */
    static List<Argument> valuesIn(Argument argument) {
        String text = argument.value().textValue();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return List.of();
        }
        try {
            return Argument.allOf(argument.path(), JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
