package io.terralake.apimanagement;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.settings.RemovalPolicy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an {@link ApiManagement}.
 *
 * @param name the service's name, 1 to 50 characters; @default derived from the platform's
 * @param publisherName who offers the APIs, 1 to 100 characters
 * @param publisherEmail where Azure writes to about the service, 1 to 100 characters
 * @param tier @default {@link Tier#CONSUMPTION}
 * @param units how many units of the tier; @default the fewest that it has
 * @param subnetId the Azure id of an {@link ApiManagementSubnet}, through which backends in the network are reached; @default none
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record ApiManagementProps(
        @Nullable String name,
        String publisherName,
        String publisherEmail,
        @Nullable Tier tier,
        @Nullable Integer units,
        @Nullable String subnetId,
        @Nullable RemovalPolicy removalPolicy) {
    private static final int LONGEST = 100;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** @throws IllegalArgumentException when publisher or units are not allowed, or the tier cannot reach a network */
    public ApiManagementProps {
        tier = tier == null ? Tier.CONSUMPTION : tier;
        units = Limits.check(
                "units of tier " + tier,
                units == null ? tier.fewestUnits() : units,
                tier.fewestUnits(),
                tier.mostUnits(),
                "");
        if (publisherName != null && (publisherName.isBlank() || publisherName.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "publisher name \"%s\" is not allowed: 1 to %d characters".formatted(publisherName, LONGEST));
        }
        if (publisherEmail != null
                && (publisherEmail.length() > LONGEST
                        || !EMAIL.matcher(publisherEmail).matches())) {
            throw new IllegalArgumentException(
                    "publisher email \"%s\" is not allowed: an address of up to %d characters"
                            .formatted(publisherEmail, LONGEST));
        }
        if (subnetId != null && !tier.integratesNetworks()) {
            throw new IllegalArgumentException(
                    "tier %s reaches no backend in a network: STANDARD_V2 and PREMIUM_V2 do".formatted(tier));
        }
    }

    public static ApiManagementPropsBuilder builder() {
        return ApiManagementPropsBuilder.builder();
    }
}
