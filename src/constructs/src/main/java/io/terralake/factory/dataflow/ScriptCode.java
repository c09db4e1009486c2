package io.terralake.factory.dataflow;

/**
 * A data flow's script without what is no code: strings, quoted names and comments are blank, at the same length. What stands
 * in braces in a string with double quotes is code.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/concepts-data-flow-expression-builder">Data flow expression
 *     builder</a>
 */
final class ScriptCode {
    private static final String PARAMETERS = "parameters";

    private final String script;
    private final StringBuilder code;
    private int at;

    private ScriptCode(String script) {
        this.script = script;
        this.code = new StringBuilder(script);
    }

    static String of(String script) {
        ScriptCode read = new ScriptCode(script);
        while (read.at < script.length()) {
            read.code();
        }
        return read.code.toString();
    }

    /** Reads code to the end, or to the brace that ends an expression in a string. */
    private void code() {
        while (at < script.length()) {
            char next = script.charAt(at);
            if (script.startsWith("/*", at)) {
                blankTo(script.indexOf("*/", at + 2) + 2);
            } else if (script.startsWith("//", at)) {
                blankTo(script.indexOf('\n', at));
            } else if (next == '\'' || next == '`') {
                blankTo(end(next, next == '\''));
            } else if (next == '{' && !declares()) {
                blankTo(end('}', true));
            } else if (next == '"') {
                interpolated();
            } else {
                at++;
                if (next == '}') {
                    return;
                }
            }
        }
    }

    /** Whether the brace here opens the declarations of parameters, and no quoted name. */
    private boolean declares() {
        return code.substring(Math.max(0, at - 2 * PARAMETERS.length()), at)
                .stripTrailing()
                .endsWith(PARAMETERS);
    }

    /** A string with double quotes. */
    private void interpolated() {
        blankTo(at + 1);
        while (at < script.length()) {
            char next = script.charAt(at);
            if (next == '{') {
                at++;
                code();
            } else {
                blankTo(at + (next == '\\' ? 2 : 1));
                if (next == '"') {
                    return;
                }
            }
        }
    }

    /** Where what starts here ends. */
    private int end(char closing, boolean escapes) {
        int end = at + 1;
        while (end < script.length() && script.charAt(end) != closing) {
            end += escapes && script.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }

    /** @param end the end of the script, when it is before this place */
    private void blankTo(int end) {
        int stop = end <= at || end > script.length() ? script.length() : end;
        while (at < stop) {
            code.setCharAt(at++, ' ');
        }
    }
}
