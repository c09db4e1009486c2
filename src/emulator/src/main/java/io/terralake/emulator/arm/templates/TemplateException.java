package io.terralake.emulator.arm.templates;

/** A template that cannot be deployed. */
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final boolean located;

    /** @param code by which Azure names the error */
    public TemplateException(String code, String message) {
        this(code, message, false);
    }

    private TemplateException(String code, String message, boolean located) {
        super(message);
        this.code = code;
        this.located = located;
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

    /** The same with the place, unless it has one: a JSON pointer in the template. */
    TemplateException at(String pointer) {
        return located ? this : new TemplateException(code, "%s, at %s".formatted(getMessage(), pointer), true);
    }
}
