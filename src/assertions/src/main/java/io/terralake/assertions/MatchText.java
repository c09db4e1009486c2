package io.terralake.assertions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.assertions.Tokens.Kind;
import io.terralake.assertions.Tokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the JSON text with matchers in it of {@link Match#json(String, Map)}. */
final class MatchText {
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    /** Reads one string or number. A Java text block turns \n into a line break before anyone sees it. */
    private static final JsonMapper SCALARS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final Tokens tokens;
    private final Map<String, ?> bound;
    private final Set<String> used = new HashSet<>();

    MatchText(String text, Map<String, ?> bound) {
        this.tokens = new Tokens(text);
        this.bound = bound;
    }

    Matcher parse() {
        Object value = value();
        if (tokens.peek().kind() != Kind.END) {
            throw unexpected(tokens.peek(), "the end");
        }
        Set<String> unused = new TreeSet<>(bound.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("bound, but not in the text: " + unused);
        }
        return Match.of(value);
    }

    private Object value() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case STRING, NUMBER -> scalar(token);
            case REGEX -> regex(token);
            case WORD -> LITERALS.contains(token.text()) ? scalar(token) : matcher(token);
            case BOUND -> bound(token);
            case MARK, END -> {
                if (token.is("{")) {
                    yield object();
                }
                if (token.is("[")) {
                    yield elements("]");
                }
                throw unexpected(token, "a value");
            }
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> properties = new LinkedHashMap<>();
        while (!tokens.takes("}")) {
            Token name = tokens.take();
            if (name.kind() != Kind.WORD && name.kind() != Kind.STRING) {
                throw unexpected(name, "a field's name or }");
            }
            expect(":");
            String field = name.kind() == Kind.WORD ? name.text() : scalar(name).textValue();
            if (properties.putIfAbsent(field, value()) != null) {
                throw tokens.error(name, "a second field \"%s\"".formatted(field));
            }
            separator("}");
        }
        return properties;
    }

    private List<Object> elements(String end) {
        List<Object> elements = new ArrayList<>();
        while (!tokens.takes(end)) {
            elements.add(value());
            separator(end);
        }
        return elements;
    }

    /** A comma may follow the last element too. */
    private void separator(String end) {
        if (!tokens.takes(",") && !tokens.peek().is(end)) {
            throw unexpected(tokens.peek(), ", or " + end);
        }
    }

    private void expect(String mark) {
        if (!tokens.takes(mark)) {
            throw unexpected(tokens.peek(), mark);
        }
    }

    private Object matcher(Token name) {
        List<Object> arguments = tokens.takes("(") ? elements(")") : List.of();
        return located(name, () -> MatcherNames.make(name.text(), arguments));
    }

    private Object regex(Token token) {
        String inner = token.text().substring(1, token.text().length() - 1);
        return located(token, () -> Match.matching(inner.replace("\\/", "/")));
    }

    private Object bound(Token token) {
        String name = token.text().substring(1);
        used.add(name);
        Object value = bound.get(name);
        if (value == null) {
            throw tokens.error(
                    token, "nothing is bound to %s, there are %s".formatted(name, new TreeSet<>(bound.keySet())));
        }
        return value;
    }

    private JsonNode scalar(Token token) {
        try {
            return SCALARS.readTree(token.text());
        } catch (JsonProcessingException e) {
            throw tokens.error(token, "%s is not JSON, %s,".formatted(token, e.getOriginalMessage()));
        }
    }

    private Matcher located(Token token, Supplier<Matcher> matcher) {
        try {
            return matcher.get();
        } catch (IllegalArgumentException e) {
            throw tokens.error(token, e.getMessage());
        }
    }

    private IllegalArgumentException unexpected(Token found, String expected) {
        return tokens.error(found, "expected %s, found %s".formatted(expected, found));
    }
}
