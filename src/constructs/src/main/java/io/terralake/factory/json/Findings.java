package io.terralake.factory.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Notes what is wrong with a piece of JSON.
 *
 * @param file the file that it stands in
 * @param prefix where it stands there, as a JSON pointer
 * @param json the piece
 * @param into where findings are added
 */
public record Findings(String file, String prefix, JsonNode json, List<Finding> into) {
    private static final int SHOWN = 100;

    /** A part of the piece. */
    public Findings at(String pointer) {
        return new Findings(file, prefix + pointer, json.at(pointer), into);
    }

    /** Something that a factory would refuse, or fail at. */
    public void error(String pointer, String message) {
        into.add(new Finding(file, prefix + pointer, shown(pointer), message, false));
    }

    /** Something that works, but hardly as it is meant. */
    public void warning(String pointer, String message) {
        into.add(new Finding(file, prefix + pointer, shown(pointer), message, true));
    }

    /** Something whose value must not be printed. */
    public void secret(String pointer, String message, boolean warning) {
        into.add(new Finding(file, prefix + pointer, "", message, warning));
    }

    /** A name as a part of a JSON pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Lists and objects show for themselves. */
    private String shown(String pointer) {
        JsonNode value = json.at(pointer);
        if (value.isContainerNode() || value.isMissingNode() || Secrets.isSecret(pointer, value.asText())) {
            return "";
        }
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
