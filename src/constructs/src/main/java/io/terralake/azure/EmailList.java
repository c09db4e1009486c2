package io.terralake.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Addresses that Azure mails to: one or more, 50 at most, each once.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/consumption/budgets/create-or-update">Budgets: contactEmails</a>
 */
public final class EmailList {
    /** How many addresses a list may have. */
    public static final int MOST = 50;

    /** The most characters of an address (RFC 3696, erratum 1690). */
    public static final int LONGEST = 254;

    /** The atoms of RFC 5322: nothing quoted, no display name, no angle brackets. */
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private EmailList() {}

    /**
     * What is wrong with a list.
     *
     * @return messages by the index of the address
     */
    public static Map<Integer, List<String>> problems(List<String> emails) {
        Map<Integer, List<String>> problems = new TreeMap<>();
        List<String> earlier = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            List<String> found = new ArrayList<>();
            String email = emails.get(i);
            if (email.length() > LONGEST || !FORM.matcher(email).matches()) {
                found.add("\"%s\" is no email address of at most %d characters".formatted(email, LONGEST));
            }
            String folded = email.toLowerCase(Locale.ROOT);
            if (earlier.contains(folded)) {
                found.add("\"%s\" is there twice".formatted(email));
            }
            earlier.add(folded);
            if (i == MOST) {
                found.add("%d addresses are not allowed: %d at most".formatted(emails.size(), MOST));
            }
            if (!found.isEmpty()) {
                problems.put(i, found);
            }
        }
        return problems;
    }

    /**
     * Returns a list that Azure takes.
     *
     * @param what what needs the addresses, such as {@code an action group}
     * @throws IllegalArgumentException with everything that is wrong
     */
    public static List<String> check(String what, List<String> emails) {
        if (emails.isEmpty()) {
            throw new IllegalArgumentException("%s needs at least one email address".formatted(what));
        }
        List<String> problems =
                problems(emails).values().stream().flatMap(List::stream).toList();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        return List.copyOf(emails);
    }
}
