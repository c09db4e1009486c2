package io.terralake.azure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who may come in from the internet: public IPv4 addresses and ranges, as the firewalls of all services take them. */
public final class AllowList {
    /**
     * How many entries a list may have: SQL servers take the fewest, storage accounts 400, vaults 1000.
     *
     * @see <a href="https://learn.microsoft.com/azure/azure-sql/database/firewall-configure">Azure SQL: IP firewall rules</a>
     */
    public static final int MOST_ENTRIES = 256;

    /** Storage firewalls take no /31 and /32 ranges, only single addresses instead. */
    private static final int LONGEST_PREFIX = 30;

    /**
     * What nobody on the internet has. Documentation's ranges (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24) are not
     * here: nobody has them either, and examples are made of them.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA IPv4 Special-Purpose Address Registry</a>
     */
    private static final List<Special> NOT_PUBLIC = List.of(
            new Special("0.0.0.0/8", "no host's address (a SQL server takes 0.0.0.0 for all of Azure's customers)"),
            new Special("10.0.0.0/8", "a private range"),
            new Special("100.64.0.0/10", "a range that providers share"),
            new Special("127.0.0.0/8", "loopback"),
            new Special("168.63.129.16/32", "Azure's own address in every network"),
            new Special("169.254.0.0/16", "link-local"),
            new Special("172.16.0.0/12", "a private range"),
            new Special("192.0.0.0/24", "a range of protocols, not of hosts"),
            new Special("192.88.99.0/24", "a range of protocols, not of hosts"),
            new Special("192.168.0.0/16", "a private range"),
            new Special("198.18.0.0/15", "a range for benchmarks"),
            new Special("224.0.0.0/4", "multicast"),
            new Special("240.0.0.0/4", "reserved"));

    private AllowList() {}

    /**
     * What is wrong with a list.
     *
     * @return messages by the index of the entry
     */
    public static Map<Integer, List<String>> problems(List<String> entries) {
        Map<Integer, List<String>> problems = new TreeMap<>();
        List<AddressRange> earlier = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            List<String> found = new ArrayList<>();
            try {
                AddressRange range = checkEntry(entries.get(i));
                earlier.stream()
                        .filter(range::touches)
                        .forEach(other -> found.add("\"%s\" overlaps \"%s\"".formatted(range, other)));
                earlier.add(range);
            } catch (IllegalArgumentException e) {
                found.add(String.valueOf(e.getMessage()));
            }
            if (i == MOST_ENTRIES) {
                found.add("%d entries are not allowed: %d at most".formatted(entries.size(), MOST_ENTRIES));
            }
            if (!found.isEmpty()) {
                problems.put(i, found);
            }
        }
        return problems;
    }

    /**
     * Returns a list that firewalls take.
     *
     * @throws IllegalArgumentException with everything that is wrong
     */
    public static List<String> check(List<String> entries) {
        Map<Integer, List<String>> problems = problems(entries);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.values().stream().flatMap(List::stream).collect(Collectors.joining("; ")));
        }
        return List.copyOf(entries);
    }

    static AddressRange checkEntry(String text) {
        AddressRange range = AddressRange.read(text);
        if (!range.isSingle()) {
            AddressRange.parse(text)
                    .requirePrefixAtMost(LONGEST_PREFIX, "an allow-list (name single addresses instead)");
            range.requirePrefixAtLeast("an allow-list");
        }
        for (Special special : NOT_PUBLIC) {
            if (range.touches(special.range)) {
                throw new IllegalArgumentException("\"%s\" %s, only public addresses can be allowed"
                        .formatted(text, range.isInside(special.range) ? "is " + special.what : "holds " + special));
            }
        }
        return range;
    }

    private record Special(AddressRange range, String what) {
        Special(String range, String what) {
            this(AddressRange.read(range), what);
        }

        @Override
        public String toString() {
            return "%s, %s".formatted(range, what);
        }
    }
}
