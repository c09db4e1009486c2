package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of strings.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string">String functions</a>
 */
final class StringFunctions {
    private static final int ANY = TemplateFunction.ANY;
    private static final int LONGEST = 131_072;

    static final List<TemplateFunction> ALL = List.of(
            TemplateFunction.of("string", 1, arguments -> Values.text(Values.plain(arguments.get(0)))),
            new TemplateFunction("concat", 1, ANY, StringFunctions::concat),
            new TemplateFunction("format", 1, ANY, Formats::format),
            mapped("toLower", text -> text.toLowerCase(Locale.ROOT)),
            mapped("toUpper", text -> text.toUpperCase(Locale.ROOT)),
            mapped("trim", String::strip),
            mapped("base64", text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))),
            mapped(
                    "uriComponent",
                    text -> URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")),
            TemplateFunction.of("base64ToString", 1, arguments -> Values.text(decoded(arguments))),
            TemplateFunction.of("base64ToJson", 1, arguments -> ObjectFunctions.json(arguments, decoded(arguments))),
            new TemplateFunction("substring", 2, 3, StringFunctions::substring),
            TemplateFunction.of(
                    "replace",
                    3,
                    arguments -> Values.text(
                            arguments.text(1).isEmpty()
                                    ? arguments.text(0)
                                    : arguments.text(0).replace(arguments.text(1), arguments.text(2)))),
            TemplateFunction.of("split", 2, StringFunctions::split),
            TemplateFunction.of("join", 2, StringFunctions::join),
            new TemplateFunction("padLeft", 2, 3, StringFunctions::padLeft),
            test("startsWith", String::startsWith),
            test("endsWith", String::endsWith),
            position("indexOf", String::indexOf),
            position("lastIndexOf", String::lastIndexOf),
            new TemplateFunction(
                    "uniqueString", 1, ANY, arguments -> Values.text(UniqueStrings.unique(joined(arguments)))),
            new TemplateFunction("guid", 1, ANY, arguments -> Values.text(UniqueStrings.guid(joined(arguments)))));

    private StringFunctions() {}

    private static TemplateFunction mapped(String name, UnaryOperator<String> change) {
        return TemplateFunction.of(name, 1, arguments -> Values.text(change.apply(arguments.text(0))));
    }

    /** Letter case does not count. */
    private static TemplateFunction test(String name, BiPredicate<String, String> test) {
        return TemplateFunction.of(
                name, 2, arguments -> Values.bool(test.test(lower(arguments, 0), lower(arguments, 1))));
    }

    private static TemplateFunction position(String name, ToIntBiFunction<String, String> position) {
        return TemplateFunction.of(
                name, 2, arguments -> Values.number(position.applyAsInt(lower(arguments, 0), lower(arguments, 1))));
    }

    private static String lower(Arguments arguments, int i) {
        return arguments.text(i).toLowerCase(Locale.ROOT);
    }

    /** Of arrays, or of whatever can be written in a string. */
    private static JsonNode concat(Arguments arguments) {
        if (arguments.get(0).isArray()) {
            return ArrayFunctions.array(Stream.iterate(0, i -> i < arguments.size(), i -> i + 1)
                    .flatMap(i -> ArrayFunctions.elements(arguments.array(i)).stream())
                    .toList());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).isContainerNode()) {
                throw arguments.wrong(i, "string, int or bool, as the first is no array");
            }
            text.append(Values.plain(arguments.get(i)));
        }
        return Values.text(text.toString());
    }

    private static String decoded(Arguments arguments) {
        try {
            return new String(Base64.getDecoder().decode(arguments.text(0)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw arguments.wrong(0, "Base64");
        }
    }

    private static JsonNode substring(Arguments arguments) {
        String text = arguments.text(0);
        long from = arguments.number(1);
        if (from < 0 || from > text.length()) {
            throw arguments.wrong(1, "between 0 and the length of the string, which is %d".formatted(text.length()));
        }
        long length = arguments.size() == 2 ? text.length() - from : arguments.number(2);
        if (length < 0 || length > text.length() - from) {
            throw arguments.wrong(
                    2, "between 0 and what is left of the string, which is %d".formatted(text.length() - from));
        }
        return Values.text(text.substring((int) from, (int) (from + length)));
    }

    /** By one string, or by any of an array of them. */
    private static JsonNode split(Arguments arguments) {
        List<JsonNode> delimiters = arguments.get(1).isArray()
                ? ArrayFunctions.elements(arguments.array(1))
                : List.of(Values.text(arguments.text(1)));
        String any = delimiters.stream()
                .map(JsonNode::asText)
                .filter(each -> !each.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        String[] parts = any.isEmpty()
                ? new String[] {arguments.text(0)}
                : arguments.text(0).split(any, -1);
        return ArrayFunctions.array(Arrays.stream(parts).map(Values::text).toList());
    }

    private static JsonNode join(Arguments arguments) {
        return Values.text(ArrayFunctions.elements(arguments.array(0)).stream()
                .map(Values::plain)
                .collect(Collectors.joining(arguments.text(1))));
    }

    private static JsonNode padLeft(Arguments arguments) {
        String text = arguments.get(0).isTextual() ? arguments.text(0) : Long.toString(arguments.number(0));
        String padding = arguments.size() == 3 ? arguments.text(2) : " ";
        if (padding.length() != 1) {
            throw arguments.wrong(2, "one character");
        }
        if (arguments.number(1) > LONGEST) {
            throw arguments.wrong(1, "at most %d".formatted(LONGEST));
        }
        return Values.text(padding.repeat(Math.max(0, (int) arguments.number(1) - text.length())) + text);
    }

    private static String joined(Arguments arguments) {
        return Stream.iterate(0, i -> i < arguments.size(), i -> i + 1)
                .map(arguments::text)
                .collect(Collectors.joining("-"));
    }
}
