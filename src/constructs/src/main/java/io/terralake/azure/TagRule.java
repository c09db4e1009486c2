package io.terralake.azure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which tags resources take.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources">Use tags to organize your
 *     Azure resources: limitations</a>
 * @see <a href="https://learn.microsoft.com/rest/api/resources/tags/create-or-update">Reserved prefixes of tag names</a>
 */
public enum TagRule {
    /** What almost every resource takes. */
    RESOURCE(50, 512, "[^<>%&\\\\?/\\p{Cntrl}]+", "none of <>%&\\?/"),

    /** Storage accounts take shorter names. */
    STORAGE_ACCOUNT(50, 128, RESOURCE.form, RESOURCE.characters),

    /** Private DNS zones take fewer tags, and plain names. */
    PRIVATE_DNS_ZONE(15, 512, "[A-Za-z_.-][A-Za-z0-9_.-]*", "letters, digits and '_.-', no digit first");

    /** The most characters of a value. */
    public static final int LONGEST_VALUE = 256;

    private static final List<String> RESERVED = List.of("azure", "microsoft", "windows");

    private final int most;
    private final int longestName;
    private final String form;
    private final String characters;

    TagRule(int most, int longestName, String form, String characters) {
        this.most = most;
        this.longestName = longestName;
        this.form = form;
        this.characters = characters;
    }

    /**
     * What Azure would not accept.
     *
     * @return messages by the tag's name
     */
    public Map<String, List<String>> problems(Map<String, String> tags) {
        Map<String, List<String>> problems = new LinkedHashMap<>();
        Map<String, String> known = new LinkedHashMap<>();
        int seen = 0;
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            List<String> found = new ArrayList<>();
            checkName(tag.getKey(), known, found);
            int length = tag.getValue().length();
            if (length < 1 || length > LONGEST_VALUE) {
                found.add("a value of %d characters is not allowed: 1 to %d".formatted(length, LONGEST_VALUE));
            }
            if (++seen == most + 1) {
                found.add("%d tags are not allowed: %d at most, those that stacks set themselves among them"
                        .formatted(tags.size(), most));
            }
            if (!found.isEmpty()) {
                problems.put(tag.getKey(), found);
            }
        }
        return problems;
    }

    private void checkName(String name, Map<String, String> known, List<String> found) {
        if (name.length() > longestName || !Pattern.matches(form, name) || !name.equals(name.strip())) {
            found.add(
                    "tag name \"%s\" is not allowed: 1 to %d characters, %s".formatted(name, longestName, characters));
        }
        String folded = name.toLowerCase(Locale.ROOT);
        if (RESERVED.stream().anyMatch(folded::startsWith)) {
            found.add("tag name \"%s\" is not allowed: those that begin with %s are Azure's"
                    .formatted(name, String.join(", ", RESERVED)));
        }
        String other = known.putIfAbsent(folded, name);
        if (other != null) {
            found.add("tags \"%s\" and \"%s\" are one to Azure, which does not look at case".formatted(other, name));
        }
    }
}
