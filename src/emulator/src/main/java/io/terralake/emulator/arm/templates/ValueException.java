package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;

/** A value that something cannot work with; kept apart from the message, which may not show the value of a secure parameter. */
final class ValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient JsonNode value;

    ValueException(String message, JsonNode value) {
        super(message);
        this.value = value;
    }

    TemplateException shown(boolean secret) {
        return TemplateException.invalid("%s, given is %s", getMessage(), secret ? "a value that is not shown" : value);
    }
}
