package io.terralake.expression;

/** Text that is no expression. The message says what is wrong and what is allowed, without the text. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int at;

    SyntaxException(int at, String message) {
        super(message);
        this.at = at;
    }

    /** Where it goes wrong, from 0. */
    public int at() {
        return at;
    }
}
