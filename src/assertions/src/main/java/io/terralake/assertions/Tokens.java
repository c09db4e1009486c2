package io.terralake.assertions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and marks of a text that {@link MatchText} reads. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("""
            (?<string>"(?:[^"\\\\]++|\\\\.)*+"|'(?:[^'\\\\]++|\\\\.)*+')\
            |(?<regex>/(?:[^/\\\\\\n]++|\\\\.)++/)\
            |(?<number>-?[0-9][0-9.eE+-]*)\
            |(?<word>[A-Za-z_][A-Za-z0-9_]*)\
            |(?<bound>\\$[A-Za-z_][A-Za-z0-9_]*)\
            |(?<mark>[{}\\[\\](),:])""", Pattern.DOTALL);

    private static final Pattern SPACE = Pattern.compile("\\s*");

    enum Kind {
        STRING,
        REGEX,
        NUMBER,
        WORD,
        BOUND,
        MARK,
        END
    }

    record Token(Kind kind, String text, int offset) {
        boolean is(String mark) {
            return kind == Kind.MARK && text.equals(mark);
        }

        @Override
        public String toString() {
            return kind == Kind.END ? "the end" : text;
        }
    }

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int offset = skipSpace(0);
        while (offset < text.length()) {
            if (!matcher.find(offset) || matcher.start() != offset) {
                throw error(offset, unreadable(text.charAt(offset)));
            }
            tokens.add(new Token(kind(matcher), matcher.group(), offset));
            offset = skipSpace(matcher.end());
        }
        tokens.add(new Token(Kind.END, "", offset));
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Takes a mark if it comes next. */
    boolean takes(String mark) {
        boolean isNext = peek().is(mark);
        if (isNext) {
            take();
        }
        return isNext;
    }

    IllegalArgumentException error(Token at, String message) {
        return error(at.offset, message);
    }

    private IllegalArgumentException error(int offset, String message) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = offset - before.lastIndexOf('\n');
        return new IllegalArgumentException("%s at line %d, column %d".formatted(message, line, column));
    }

    private int skipSpace(int offset) {
        Matcher matcher = SPACE.matcher(text).region(offset, text.length());
        return matcher.lookingAt() ? matcher.end() : offset;
    }

    private static Kind kind(Matcher matcher) {
        for (Kind kind : Kind.values()) {
            if (kind != Kind.END && matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
                return kind;
            }
        }
        throw new IllegalStateException(matcher.group());
    }

    private static String unreadable(char start) {
        return switch (start) {
            case '"', '\'' -> "a string that is not closed begins";
            case '/' -> "a regular expression that is not closed begins";
            default -> "\"%s\" is not allowed outside a string".formatted(start);
        };
    }
}
