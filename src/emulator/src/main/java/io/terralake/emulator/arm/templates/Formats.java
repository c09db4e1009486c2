package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function {@code format}: composite formats of .NET, with the ways to write a number that templates use.
 *
 * @see <a href="https://learn.microsoft.com/dotnet/standard/base-types/composite-formatting">Composite formatting</a>
 */
final class Formats {
    private static final Pattern ITEM = Pattern.compile("\\{\\{|}}|\\{(\\d{1,4})(?:,(-?\\d{1,4}))?(?::([^}]*))?}|[{}]");
    private static final Pattern NUMBER = Pattern.compile("([DNXdnx])(\\d{0,2})");

    private Formats() {}

    static JsonNode format(Arguments arguments) {
        return Values.text(
                ITEM.matcher(arguments.text(0)).replaceAll(item -> Matcher.quoteReplacement(item(arguments, item))));
    }

    private static String item(Arguments arguments, MatchResult item) {
        if (item.group().length() == 1) {
            throw arguments.wrong(0, "a format: a brace that is none of an item is doubled");
        }
        if (item.group(1) == null) {
            return item.group().substring(1);
        }
        int argument = Integer.parseInt(item.group(1)) + 1;
        if (argument >= arguments.size()) {
            throw arguments.wrong(
                    0, "a format of the %d values that are given beside it".formatted(arguments.size() - 1));
        }
        JsonNode value = arguments.get(argument);
        String text = item.group(3) == null ? Values.plain(value) : number(arguments, argument, item.group(3));
        return item.group(2) == null ? text : ("%" + Integer.parseInt(item.group(2)) + "s").formatted(text);
    }

    private static String number(Arguments arguments, int argument, String format) {
        Matcher parts = NUMBER.matcher(format);
        if (!parts.matches()) {
            throw TemplateException.notEmulated("the format '%s' is not emulated: D, N and X are, for numbers", format);
        }
        long number = arguments.number(argument);
        String digits = parts.group(2);
        return switch (parts.group(1)) {
            case "D", "d" -> (number < 0 ? "-" : "") + padded(Long.toString(Math.abs(number)), digits);
            case "N", "n" ->
                String.format(Locale.ROOT, "%,." + (digits.isEmpty() ? "2" : digits) + "f", (double) number);
            case "X" -> padded(Long.toHexString(number).toUpperCase(Locale.ROOT), digits);
            default -> padded(Long.toHexString(number), digits);
        };
    }

    private static String padded(String text, String digits) {
        int wanted = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return "0".repeat(Math.max(0, wanted - text.length())) + text;
    }
}
