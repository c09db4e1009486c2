package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The function {@code utcNow}: the time, in a format of .NET.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-date#utcnow">utcNow</a>
 */
final class Clock {
    private static final String ORDINARY = "yyyyMMdd'T'HHmmss'Z'";

    /** Letters that are the same, and what escapes them. */
    private static final Pattern PART = Pattern.compile("([A-Za-z'\"%\\\\])\\1*");

    /** Those that mean the same in Java, or stand for themselves. */
    private static final Pattern SAME = Pattern.compile("yyyy|yy|MM?|dd?|HH?|hh?|mm?|ss?|f{1,7}|T|Z");

    private Clock() {}

    static JsonNode utcNow(Arguments arguments) {
        String format = arguments.size() == 0 ? ORDINARY : java(arguments.text(0));
        return Values.text(ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern(format, Locale.ROOT)));
    }

    private static String java(String format) {
        return switch (format) {
            case "d" -> "M/d/yyyy";
            case "u" -> "yyyy-MM-dd HH:mm:ss'Z'";
            case "o", "O" -> "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'";
            case "s" -> "yyyy-MM-dd'T'HH:mm:ss";
            default -> {
                // A letter alone is one of the formats that have a name.
                if (format.length() == 1
                        || !PART.matcher(format)
                                .results()
                                .allMatch(part -> SAME.matcher(part.group()).matches())) {
                    throw TemplateException.notEmulated(
                            "the format '%s' of a time is not emulated: d, u, o, s and such as yyyy-MM-dd are", format);
                }
                yield format.replaceAll("[TZ]+", "'$0'").replace('f', 'S').replaceAll("[\\[\\]{}#]+", "'$0'");
            }
        };
    }
}
