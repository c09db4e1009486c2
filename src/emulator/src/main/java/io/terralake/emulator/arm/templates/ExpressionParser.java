package io.terralake.emulator.arm.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions: strings that begin with one bracket and end with another.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions">Syntax and expressions in ARM
 *     templates</a>
 */
final class ExpressionParser {
    private static final int LONGEST = 24_576;
    private static final int DEEPEST = 200;

    private final String text;
    private int at = 1;
    private int depth;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /** What a string of a template says; empty when it says just itself. */
    static Optional<Expression> parse(String text) {
        if (text.length() < 2 || !text.startsWith("[") || text.startsWith("[[") || !text.endsWith("]")) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            throw TemplateException.invalid(
                    "an expression has %d characters, more than the %d that are allowed", text.length(), LONGEST);
        }
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.expression();
        parser.blanks();
        if (parser.at != text.length() - 1) {
            throw parser.expected("the end of the expression");
        }
        return Optional.of(expression);
    }

    /** A string that is no expression, without what escapes it. */
    static String unescaped(String text) {
        return text.startsWith("[[") && text.endsWith("]") ? text.substring(1) : text;
    }

    private Expression expression() {
        if (++depth > DEEPEST) {
            throw TemplateException.invalid("an expression is nested deeper than %d levels", DEEPEST);
        }
        Expression expression = primary();
        while (true) {
            if (next('.')) {
                expression = new Expression.Part(
                        expression, new Expression.Literal(Values.text(word("the name of a property"))));
            } else if (next('[')) {
                expression = new Expression.Part(expression, expression());
                require(']');
            } else {
                depth--;
                return expression;
            }
        }
    }

    private Expression primary() {
        if (next('\'')) {
            return new Expression.Literal(Values.text(string()));
        }
        blanks();
        char first = text.charAt(at);
        if (first == '-' || Character.isDigit(first)) {
            return new Expression.Literal(Values.number(number()));
        }
        String function = word("a function, a string in single quotes or a number");
        while (next('.')) {
            function += "." + word("the name of a function");
        }
        require('(');
        List<Expression> arguments = new ArrayList<>();
        if (!next(')')) {
            do {
                arguments.add(expression());
            } while (next(','));
            require(')');
        }
        return new Expression.Call(function, List.copyOf(arguments));
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (at < text.length() - 1) {
            char each = text.charAt(at++);
            if (each != '\'') {
                string.append(each);
            } else if (text.charAt(at) == '\'') {
                string.append(each);
                at++;
            } else {
                return string.toString();
            }
        }
        throw expected("a single quote that ends the string");
    }

    private long number() {
        int start = at++;
        while (Character.isDigit(text.charAt(at))) {
            at++;
        }
        try {
            return Long.parseLong(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw expected("an integer");
        }
    }

    private String word(String what) {
        blanks();
        int start = at;
        while (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_' || text.charAt(at) == '$') {
            at++;
        }
        if (at == start) {
            throw expected(what);
        }
        return text.substring(start, at);
    }

    private void blanks() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean next(char wanted) {
        blanks();
        // The bracket at the very end is the expression's own.
        if (at == text.length() - 1 || text.charAt(at) != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void require(char wanted) {
        if (!next(wanted)) {
            throw expected("'%c'".formatted(wanted));
        }
    }

    private TemplateException expected(String what) {
        return TemplateException.invalid(
                "the expression %s is malformed: %s is expected at character %d", text, what, at + 1);
    }
}
