package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.AddressRange;
import io.terralake.azure.AllowList;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How services are reached.
 *
 * @param mode public endpoints with an allow-list, or private endpoints
 * @param allowedIpRanges public mode: the IPv4 addresses and CIDR ranges that get through; @default none
 * @param addressSpace the CIDR range of the virtual network
 * @param endpointSubnet private mode: the part of it for private endpoints, at least a /27
 * @param reservedRanges private mode: ranges in use elsewhere, on premises or in a hub, that the address space must
 *     keep clear of; @default none
 */
@RecordBuilder
public record NetworkSettings(
        @NotNull @JsonPropertyDescription("public: deny all but allowedIpRanges; private: private endpoints only")
        NetworkMode mode,

        @Nullable @JsonPropertyDescription("public mode: IPv4 addresses and CIDR ranges that may reach the services")
        @Size(max = AllowList.MOST_ENTRIES) List<@Size(max = AddressRange.LONGEST) String> allowedIpRanges,

        @NotNull @JsonPropertyDescription("CIDR range of the virtual network, such as 10.20.0.0/16")
        @Size(max = AddressRange.LONGEST) String addressSpace,

        @Nullable @JsonPropertyDescription("private mode: CIDR range for private endpoints, at least a /27")
        @Size(max = AddressRange.LONGEST) String endpointSubnet,

        @Nullable @JsonPropertyDescription("private mode: CIDR ranges in use elsewhere that must not be touched")
        @Size(max = MOST_RESERVED) List<@Size(max = AddressRange.LONGEST) String> reservedRanges)
        implements Checked {
    private static final int MOST_RESERVED = 100;

    public NetworkSettings {
        allowedIpRanges = allowedIpRanges == null ? List.of() : List.copyOf(allowedIpRanges);
        reservedRanges = reservedRanges == null ? List.of() : List.copyOf(reservedRanges);
    }

    @Override
    public void check(Problems problems) {
        problems.capture("/addressSpace", () -> AddressRange.checkNetwork(addressSpace));
        if (mode == NetworkMode.PUBLIC) {
            checkPublic(problems);
        } else {
            checkPrivate(problems);
        }
    }

    private void checkPublic(Problems problems) {
        onlyIn("private", "endpointSubnet", endpointSubnet != null, problems);
        onlyIn("private", "reservedRanges", !reservedRanges.isEmpty(), problems);
        AllowList.problems(allowedIpRanges)
                .forEach((index, messages) ->
                        messages.forEach(message -> problems.add("/allowedIpRanges/" + index, message)));
    }

    private void checkPrivate(Problems problems) {
        onlyIn("public", "allowedIpRanges", !allowedIpRanges.isEmpty(), problems);
        if (endpointSubnet == null) {
            problems.add("", "\"endpointSubnet\" is missing, private mode needs it");
            return;
        }
        problems.capture("/endpointSubnet", () -> AddressRange.checkEndpointSubnet(endpointSubnet, addressSpace));
        for (int i = 0; i < reservedRanges.size(); i++) {
            String reserved = reservedRanges.get(i);
            problems.capture("/reservedRanges/" + i, () -> AddressRange.parse(reserved));
            if (AddressRange.overlap(addressSpace, reserved)) {
                problems.add(
                        "/addressSpace", "\"%s\" overlaps the reserved range \"%s\"".formatted(addressSpace, reserved));
            }
            for (String earlier : reservedRanges.subList(0, i)) {
                if (AddressRange.overlap(reserved, earlier)) {
                    problems.add("/reservedRanges/" + i, "\"%s\" overlaps \"%s\"".formatted(reserved, earlier));
                }
            }
        }
    }

    private static void onlyIn(String mode, String property, boolean given, Problems problems) {
        if (given) {
            problems.add("/" + property, "is only for network mode \"%s\"".formatted(mode));
        }
    }
}
