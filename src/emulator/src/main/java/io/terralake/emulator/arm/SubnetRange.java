package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A subnet that is too small, or lies over another one of its network. */
final class SubnetRange implements Refusal {
    private static final int LONGEST_PREFIX = 29;
    private static final int BITS = 32;
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)/(\\d+)");

    @Override
    public String code() {
        return "NetcfgSubnetRangesOverlap";
    }

    @Override
    public String says() {
        return "a subnet is smaller than /29, or overlaps another one of its network";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        if (!request.method().equals("PUT")
                || !id.type().toLowerCase(Locale.ROOT).equals("microsoft.network/virtualnetworks/subnets")) {
            return Optional.empty();
        }
        Optional<Range> wanted = range(request.json());
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (wanted.get().prefix() > LONGEST_PREFIX) {
            return Optional.of(Reply.error(
                    400,
                    "NetcfgInvalidSubnet",
                    "Subnet '%s' is not valid: the smallest is a /29.".formatted(id.name())));
        }
        return store.children(Space.RESOURCES, id.above().key()).stream()
                .filter(other -> !other.path("name").asText().equalsIgnoreCase(id.name()))
                .filter(other -> range(other).filter(wanted.get()::overlaps).isPresent())
                .findFirst()
                .map(other -> Reply.error(
                        400,
                        code(),
                        "Subnet '%s' is not valid because its IP address range overlaps with that of an existing subnet '%s'."
                                .formatted(id.name(), other.path("name").asText())));
    }

    private static Optional<Range> range(JsonNode subnet) {
        JsonNode properties = subnet.path("properties");
        Matcher range = RANGE.matcher(properties
                .path("addressPrefix")
                .asText(properties.at("/addressPrefixes/0").asText()));
        if (!range.matches()) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 1; i <= 4; i++) {
            address = address << 8 | Integer.parseInt(range.group(i));
        }
        return Optional.of(new Range(address, Integer.parseInt(range.group(5))));
    }

    private record Range(long address, int prefix) {
        boolean overlaps(Range other) {
            int shift = BITS - Math.min(prefix, other.prefix);
            return address >> shift == other.address >> shift;
        }
    }
}
