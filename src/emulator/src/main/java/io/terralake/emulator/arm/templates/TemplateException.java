package io.terralake.emulator.arm.templates;

/** A template that cannot be deployed. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String pointer;

    /** @param code by which Azure names the error */
    public TemplateException(String code, String message) {
        this(code, message, "");
    }

    private TemplateException(String code, String message, String pointer) {
        super(message);
        this.code = code;
        this.pointer = pointer;
    }

    /** One that Azure would refuse too. */
    static TemplateException invalid(String format, Object... values) {
        return new TemplateException("InvalidTemplate", format.formatted(values));
    }

    /** One that Azure would take. */
    static TemplateException notEmulated(String format, Object... values) {
        return new TemplateException("NotEmulated", format.formatted(values));
    }

    public String code() {
        return code;
    }

    /** What is wrong, and where. */
    @Override
    public String getMessage() {
        return pointer.isEmpty() ? super.getMessage() : "%s, at %s".formatted(super.getMessage(), pointer);
    }

    /** The same with the place, unless it has one: a JSON pointer in the template. */
    TemplateException at(String place) {
        return pointer.isEmpty() ? new TemplateException(code, super.getMessage(), place) : this;
    }

    /** The same, of a template that stands in another one. */
    TemplateException within(String place) {
        return new TemplateException(code, super.getMessage(), place + pointer);
    }
}
