package io.terralake.registration.input;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a text from outside must look like. */
@FunctionalInterface
public interface Form {

    /**
     * What is wrong with a text.
     *
     * @param value the text
     * @return the given value and what is allowed; empty when nothing is wrong
     */
    Optional<String> problem(String value);

    /**
     * A form by a regular expression. The length is looked at first: expressions overflow the stack on texts without end.
     *
     * @param regex for the whole text
     * @param longest the most characters
     * @param allowed the form in words, such as {@code a GUID}
     */
    static Form of(String regex, int longest, String allowed) {
        Pattern pattern = Pattern.compile(regex);
        return of(value -> value.length() <= longest && pattern.matcher(value).matches(), "is not allowed: " + allowed);
    }

    /**
     * A form by a rule.
     *
     * @param rule true for what is allowed
     * @param refusal what follows the given value, such as {@code is unknown, there are [a, b]}
     */
    static Form of(Predicate<String> rule, String refusal) {
        return value ->
                rule.test(value) ? Optional.empty() : Optional.of("%s %s".formatted(Shown.quoted(value), refusal));
    }
}
