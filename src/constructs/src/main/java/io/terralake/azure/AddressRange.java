package io.terralake.azure;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses in CIDR form, such as {@code 10.20.0.0/16}. Its numbers have no leading zeros, which some programs read
 * as octal: {@code 020.30.40.0/24} would be 16.30.40.0/24. IPv6 is refused: key vaults and SQL servers take none of it.
 */
public final class AddressRange {
    /** The most characters of an address or range. */
    public static final int LONGEST = 18;

    /** Azure takes five addresses of each subnet; a /27 leaves 27 endpoints. */
    public static final int ENDPOINTS_LONGEST_PREFIX = 27;

    /** As wide as the widest private range. */
    static final int SHORTEST_PREFIX = 8;

    private static final Pattern FORM = Pattern.compile("%1$s(\\.%1$s){3}(/%1$s)?".formatted("(0|[1-9][0-9]{0,2})"));

    /**
     * What the addresses of a virtual network must not touch.
     *
     * @see <a href="https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq">Virtual Network FAQ: what address ranges
     *     can I use</a>
     */
    private static final Map<String, String> NOT_IN_NETWORKS = Map.of(
            "0.0.0.0/8", "no host's address",
            "127.0.0.0/8", "loopback",
            "168.63.129.16/32", "Azure's own address in every network",
            "169.254.0.0/16", "link-local",
            "224.0.0.0/4", "multicast",
            "255.255.255.255/32", "broadcast");

    private final IPAddress block;

    private AddressRange(IPAddress block) {
        this.block = block;
    }

    /**
     * Reads a block.
     *
     * @throws IllegalArgumentException when the text is no IPv4 CIDR range, or has bits set behind its prefix
     */
    public static AddressRange parse(String text) {
        IPAddress address = address(text);
        if (!address.isPrefixed()) {
            throw new IllegalArgumentException(
                    "\"%s\" is a single address, a range such as %s/24 is needed".formatted(text, text));
        }
        if (!address.isPrefixBlock()) {
            throw new IllegalArgumentException(
                    "\"%s\" has bits set behind its prefix, \"%s\" is meant".formatted(text, address.toPrefixBlock()));
        }
        return new AddressRange(address);
    }

    /**
     * Checks the address space of a virtual network: at the widest a /8, and nothing of what Azure keeps to itself.
     *
     * @throws IllegalArgumentException when the range is malformed, too wide or not for networks
     */
    public static void checkNetwork(String text) {
        AddressRange range = parse(text);
        range.requirePrefixAtLeast("a network");
        new TreeMap<>(NOT_IN_NETWORKS).forEach((taken, what) -> {
            if (range.touches(read(taken))) {
                throw new IllegalArgumentException(
                        "\"%s\" touches %s (%s), which networks cannot have".formatted(text, taken, what));
            }
        });
    }

    /**
     * Checks a subnet for private endpoints: at least a /27, inside the network's address space.
     *
     * @throws IllegalArgumentException when either range is malformed or the subnet is too small or elsewhere
     */
    public static void checkEndpointSubnet(String subnet, String addressSpace) {
        checkSubnet(subnet, addressSpace, ENDPOINTS_LONGEST_PREFIX, "private endpoints");
    }

    /**
     * Checks a subnet of a network whose addresses are not known.
     *
     * @param longestPrefix the prefix of the smallest subnet that will do, such as 26
     * @param use what the subnet is for, such as {@code private endpoints}
     * @throws IllegalArgumentException when the range is malformed or too small
     */
    public static void checkSubnet(String subnet, int longestPrefix, String use) {
        checkNetwork(subnet);
        parse(subnet).requirePrefixAtMost(longestPrefix, use);
    }

    /**
     * Checks a subnet: large enough, inside the network's address space, apart from other subnets.
     *
     * @param longestPrefix the prefix of the smallest subnet that will do, such as 26
     * @param use what the subnet is for, such as {@code private endpoints}
     * @param taken other subnets, which it must not overlap
     * @throws IllegalArgumentException when a range is malformed or the subnet is too small, elsewhere or taken
     */
    public static void checkSubnet(String subnet, String addressSpace, int longestPrefix, String use, String... taken) {
        checkSubnet(subnet, longestPrefix, use);
        parse(subnet).requireInside(parse(addressSpace));
        checkApart(subnet, taken);
    }

    /** @throws IllegalArgumentException when a subnet overlaps another one */
    public static void checkApart(String subnet, String... taken) {
        for (String other : taken) {
            if (overlap(subnet, other)) {
                throw new IllegalArgumentException("\"%s\" overlaps the subnet \"%s\"".formatted(subnet, other));
            }
        }
    }

    /** @throws IllegalArgumentException when this block is not inside the other */
    private void requireInside(AddressRange space) {
        if (!isInside(space)) {
            throw new IllegalArgumentException("\"%s\" is outside the address space \"%s\"".formatted(this, space));
        }
    }

    /** @throws IllegalArgumentException when the block is smaller than a use needs */
    void requirePrefixAtMost(int longest, String use) {
        if (block.getPrefixLength() > longest) {
            throw new IllegalArgumentException(
                    "\"%s\" is too small for %s, at least a /%d is needed".formatted(this, use, longest));
        }
    }

    /** @throws IllegalArgumentException when the block is wider than anything that is known to be one's own */
    void requirePrefixAtLeast(String use) {
        Integer prefix = block.getPrefixLength();
        if (prefix != null && prefix < SHORTEST_PREFIX) {
            throw new IllegalArgumentException(
                    "\"%s\" is too wide for %s, at most a /%d is allowed".formatted(this, use, SHORTEST_PREFIX));
        }
    }

    /** Whether two addresses or ranges share an address; false when either is malformed. */
    public static boolean overlap(String one, String other) {
        try {
            return read(one).touches(read(other));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The first address of an entry of an allow-list. */
    public static String firstAddress(String text) {
        return address(text).getLower().withoutPrefixLength().toString();
    }

    /** The last address of an entry of an allow-list. */
    public static String lastAddress(String text) {
        return address(text).getUpper().withoutPrefixLength().toString();
    }

    /** A single address or a range, as allow-lists have both. */
    static AddressRange read(String text) {
        return new AddressRange(address(text));
    }

    boolean touches(AddressRange other) {
        return block.intersect(other.block) != null;
    }

    boolean isInside(AddressRange other) {
        return other.block.contains(block);
    }

    boolean isSingle() {
        return !block.isPrefixed();
    }

    @Override
    public String toString() {
        return block.toString();
    }

    private static IPAddress address(String text) {
        try {
            if (FORM.matcher(text).matches()) {
                return new IPAddressString(text).toAddress();
            }
        } catch (AddressStringException e) {
            // told below in our words
        }
        throw new IllegalArgumentException("\"%s\" is no IPv4 range in CIDR form such as 10.20.0.0/16".formatted(text));
    }
}
