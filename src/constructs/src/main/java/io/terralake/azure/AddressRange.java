package io.terralake.azure;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;

/** A block of IPv4 addresses in CIDR form, such as {@code 10.20.0.0/16}. */
public final class AddressRange {
    /** Azure takes five addresses of each subnet; a /27 leaves 27 endpoints. */
    public static final int ENDPOINTS_LONGEST_PREFIX = 27;

    /** Storage firewalls take no /31 and /32 ranges, only single addresses instead. */
    private static final int ALLOW_LIST_LONGEST_PREFIX = 30;

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
        AddressRange range = parse(subnet);
        range.requirePrefixAtMost(longestPrefix, use);
        range.requireInside(parse(addressSpace));
        for (String other : taken) {
            if (overlap(subnet, other)) {
                throw new IllegalArgumentException("\"%s\" overlaps the subnet \"%s\"".formatted(subnet, other));
            }
        }
    }

    /**
     * Checks an entry of an allow-list: a public IPv4 address, or a public range no smaller than a /30.
     *
     * @throws IllegalArgumentException when service firewalls would not take it
     */
    public static void checkAllowed(String text) {
        IPAddress address = address(text);
        if (address.isPrefixed()) {
            parse(text).requirePrefixAtMost(ALLOW_LIST_LONGEST_PREFIX, "an allow-list (name single addresses instead)");
        }
        if (address.toIPv4().isPrivate()) {
            throw new IllegalArgumentException(
                    "\"%s\" is a private range, only public addresses can be allowed".formatted(text));
        }
    }

    /** @throws IllegalArgumentException when this block is not inside the other */
    private void requireInside(AddressRange space) {
        if (!space.block.contains(block)) {
            throw new IllegalArgumentException("\"%s\" is outside the address space \"%s\"".formatted(this, space));
        }
    }

    /** @throws IllegalArgumentException when the block is smaller than a use needs */
    private void requirePrefixAtMost(int longest, String use) {
        if (block.getPrefixLength() > longest) {
            throw new IllegalArgumentException(
                    "\"%s\" is too small for %s, at least a /%d is needed".formatted(this, use, longest));
        }
    }

    /** Whether two addresses or ranges share an address; false when either is malformed. */
    public static boolean overlap(String one, String other) {
        IPAddress first = new IPAddressString(one).getAddress();
        IPAddress second = new IPAddressString(other).getAddress();
        return first != null && second != null && first.intersect(second) != null;
    }

    /** The first address of an entry of an allow-list. */
    public static String firstAddress(String text) {
        return address(text).getLower().withoutPrefixLength().toString();
    }

    /** The last address of an entry of an allow-list. */
    public static String lastAddress(String text) {
        return address(text).getUpper().withoutPrefixLength().toString();
    }

    @Override
    public String toString() {
        return block.toString();
    }

    private static IPAddress address(String text) {
        try {
            IPAddress address = new IPAddressString(text).toAddress();
            if (address != null && address.isIPv4() && text.matches("[0-9]+(\\.[0-9]+){3}(/[0-9]+)?")) {
                return address;
            }
        } catch (AddressStringException e) {
            // told below in our words
        }
        throw new IllegalArgumentException("\"%s\" is no IPv4 range in CIDR form such as 10.20.0.0/16".formatted(text));
    }
}
