package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/** The types of parameters and outputs, as Azure writes them in its answers. */
enum ParameterType {
    STRING("String", "a string", false),
    SECURE_STRING("SecureString", "a string", true),
    INT("Int", "an int", false),
    BOOL("Bool", "a bool", false),
    OBJECT("Object", "an object", false),
    SECURE_OBJECT("SecureObject", "an object", true),
    ARRAY("Array", "an array", false);

    private final String title;
    private final String wanted;
    private final boolean secure;

    ParameterType(String title, String wanted, boolean secure) {
        this.title = title;
        this.wanted = wanted;
        this.secure = secure;
    }

    String title() {
        return title;
    }

    /** Whether its values are never told again. */
    boolean isSecure() {
        return secure;
    }

    /** What its values are. */
    String wanted() {
        return wanted;
    }

    boolean has(JsonNode value) {
        return wanted.endsWith(" " + Values.type(value));
    }

    /** By its name in a template, in whatever letter case. */
    static ParameterType declared(JsonNode declaration, String what, String pointer) {
        Optional<ParameterType> type = Arrays.stream(ParameterType.values())
                .filter(each ->
                        each.title.equalsIgnoreCase(declaration.path("type").asText()))
                .findFirst();
        return type.orElseThrow(() -> TemplateException.invalid(
                        "the type of %s must be one of %s, given is %s",
                        what,
                        Arrays.stream(ParameterType.values())
                                .map(ParameterType::title)
                                .toList(),
                        declaration.path("type").isMissingNode() ? "none" : declaration.path("type"))
                .at(pointer));
    }
}
