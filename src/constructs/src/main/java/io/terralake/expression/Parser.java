package io.terralake.expression;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a string of a pipeline's or workflow's JSON as the service does: an expression when it starts with an at sign, text with
 * expressions when it has {@code @{…}} in it. A literal at sign is doubled at the start and before a brace only.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions">Expressions and
 *     functions in Azure Data Factory</a>
 */
public final class Parser {
    private static final String SIGN = "@";
    private static final String OPENING = "@{";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    /** Who looks at what was read goes as deep as it is; nobody's expression comes near. */
    private static final int MOST = 3_000;

    private final String text;
    private int at;
    private int parts;

    private Parser(String text) {
        this.text = text;
    }

    /** Whether the service would look for an expression in a string. */
    public static boolean concerns(String text) {
        return text.startsWith(SIGN) || text.contains(OPENING);
    }

    /** Whether the service computes a string, or would try to. */
    public static boolean computes(String text) {
        try {
            return concerns(text) && !(parse(text) instanceof Node.Text read && isLiteral(read));
        } catch (SyntaxException e) {
            return true;
        }
    }

    /** @throws SyntaxException when the service would not understand the string */
    public static Node parse(String text) throws SyntaxException {
        Parser parser = new Parser(text);
        if (text.startsWith(SIGN) && !text.startsWith("@@") && !text.startsWith(OPENING)) {
            parser.at = 1;
            return parser.whole();
        }
        return parser.text();
    }

    private static boolean isLiteral(Node.Text read) {
        return read.parts().stream().allMatch(Node.Literal.class::isInstance);
    }

    private Node whole() throws SyntaxException {
        Node node = expression();
        if (at < text.length()) {
            throw unexpected("the end of the expression; one in text is written @{…}");
        }
        return node;
    }

    private Node text() throws SyntaxException {
        List<Node> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int start = 0;
        if (text.startsWith("@@") && !text.startsWith("@@{")) {
            literal.append('@');
            at = 2;
        }
        while (at < text.length()) {
            if (text.startsWith("@@{", at)) {
                literal.append(OPENING);
                at += 3;
            } else if (text.startsWith(OPENING, at)) {
                addLiteral(start, literal, parts);
                at += 2;
                parts.add(expression());
                expect('}', "the end of the expression, '}'");
                start = at;
            } else {
                int next = text.indexOf('@', at + 1);
                int end = next < 0 ? text.length() : next;
                literal.append(text, at, end);
                at = end;
            }
        }
        addLiteral(start, literal, parts);
        return new Node.Text(0, List.copyOf(parts));
    }

    private static void addLiteral(int start, StringBuilder literal, List<Node> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Node.Literal(start, literal.toString()));
            literal.setLength(0);
        }
    }

    /** Goes by a list of what is open instead of by calls of itself: a thousand calls in each other are an expression too. */
    private Node expression() throws SyntaxException {
        Deque<Open> open = new ArrayDeque<>();
        parts = 0;
        while (true) {
            count();
            Node node = primary(open);
            while (node != null) {
                node = properties(node);
                boolean optional = at + 1 < text.length() && text.charAt(at) == '?';
                int bracket = optional ? at + 1 : at;
                if (bracket < text.length() && text.charAt(bracket) == '[') {
                    open.push(new Open(at, node, "", List.of()));
                    at = bracket + 1;
                    node = null;
                } else if (open.isEmpty()) {
                    return node;
                } else {
                    node = after(node, open);
                }
            }
        }
    }

    private void count() throws SyntaxException {
        if (++parts > MOST) {
            throw new SyntaxException(at, "an expression of more than %d parts is not read".formatted(MOST));
        }
    }

    /**
     * A call or an index that is not closed yet.
     *
     * @param of what the index is of; null for a call
     * @param arguments those of the call by now
     */
    private record Open(int at, @Nullable Node of, String function, List<Node> arguments) {}

    private Node properties(Node of) throws SyntaxException {
        Node node = of;
        while (at < text.length()) {
            int start = at;
            int dot = text.charAt(at) == '?' ? at + 1 : at;
            if (dot == text.length() || text.charAt(dot) != '.') {
                return node;
            }
            at = dot + 1;
            count();
            node = new Node.Member(start, node, new Node.Literal(at, property()));
        }
        return node;
    }

    /** What is there once an argument or index has been read; null when another argument follows. */
    private @Nullable Node after(Node node, Deque<Open> open) throws SyntaxException {
        Open inner = open.peek();
        if (inner.of() != null) {
            expect(']', "the end of the index, ']'");
            open.pop();
            return then(new Node.Member(inner.at(), inner.of(), node));
        }
        inner.arguments().add(node);
        skipBlanks();
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            return null;
        }
        expect(')', "',' and an argument, or the end of the call, ')'");
        open.pop();
        return then(new Node.Call(inner.at(), inner.function(), List.copyOf(inner.arguments())));
    }

    /** A value; null when a call with arguments was opened instead. */
    private @Nullable Node primary(Deque<Open> open) throws SyntaxException {
        skipBlanks();
        int start = at;
        if (at == text.length()) {
            throw new SyntaxException(at, "an expression is missing; a literal @ at the start is written @@");
        }
        char first = text.charAt(at);
        if (first == '\'') {
            return then(new Node.Literal(start, string()));
        }
        if (!Character.isLetter(first) && first != '_') {
            return then(new Node.Literal(start, number()));
        }
        String name = name();
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            skipBlanks();
            if (at < text.length() && text.charAt(at) == ')') {
                at++;
                return then(new Node.Call(start, name, List.of()));
            }
            open.push(new Open(start, null, name, new ArrayList<>()));
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "true" -> new Node.Literal(start, true);
            case "false" -> new Node.Literal(start, false);
            case "null" -> new Node.Literal(start, null);
            default ->
                throw new SyntaxException(
                        start,
                        "\"%s\" is not allowed: a function is called with (…), a string stands in '…'".formatted(name));
        };
    }

    private String property() throws SyntaxException {
        skipBlanks();
        String name = name();
        if (name.isEmpty()) {
            throw unexpected("the name of a property");
        }
        skipBlanks();
        return name;
    }

    /** Letters, digits and underscores. */
    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private String string() throws SyntaxException {
        int start = at++;
        StringBuilder string = new StringBuilder();
        while (true) {
            int end = text.indexOf('\'', at);
            if (end < 0) {
                throw new SyntaxException(start, "the string is not closed; a ' in a string is written ''");
            }
            string.append(text, at, end);
            at = end + 1;
            if (at == text.length() || text.charAt(at) != '\'') {
                return string.toString();
            }
            string.append('\'');
            at++;
        }
    }

    private BigDecimal number() throws SyntaxException {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw unexpected("a function, a string in '…', a number, true, false or null");
        }
        at = number.end();
        return new BigDecimal(number.group());
    }

    private Node then(Node node) {
        skipBlanks();
        return node;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void expect(char expected, String what) throws SyntaxException {
        skipBlanks();
        if (at == text.length() || text.charAt(at) != expected) {
            throw unexpected(what);
        }
        at++;
    }

    private SyntaxException unexpected(String expected) {
        if (at >= text.length()) {
            return new SyntaxException(at, "the end of the text is not allowed here, but " + expected);
        }
        char found = text.charAt(at);
        String advice = switch (found) {
            case '-' -> "; a name with - is read as ['a-b'], numbers are subtracted by sub(…)";
            case '"' -> "; strings stand in '…'";
            case '+', '*', '/', '=', '<', '>', '&', '|', '!' ->
                "; there are no operators, but functions such as add, concat, equals, and";
            default -> "";
        };
        return new SyntaxException(at, "'%s' is not allowed here, but %s%s".formatted(found, expected, advice));
    }
}
