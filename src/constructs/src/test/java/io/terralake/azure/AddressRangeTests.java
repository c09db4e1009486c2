package io.terralake.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0.0/8",
                "10.0.0.0/33",
                "10.0.0.256/24",
                "10.*.0.0/16",
                "fd00::/8",
                "10.0.0.0/255.0.0.0",
                "lake"
            })
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .hasMessage("\"%s\" is no IPv4 range in CIDR form such as 10.20.0.0/16".formatted(text));
    }

    @Test
    void refusesASingleAddressAndSaysSo() {
        assertThatThrownBy(() -> AddressRange.parse("10.0.0.1"))
                .hasMessage("\"10.0.0.1\" is a single address, a range such as 10.0.0.1/24 is needed");
    }

    @Test
    void refusesBitsBehindThePrefixAndSaysWhatIsMeant() {
        assertThatThrownBy(() -> AddressRange.parse("10.0.0.9/24"))
                .hasMessage("\"10.0.0.9/24\" has bits set behind its prefix, \"10.0.0.0/24\" is meant");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.2.0/24, true",
        "10.1.0.0/16, 10.2.0.0/24, false",
        "10.1.0.0/16, 10.1.0.1, true",
        "lake, 10.0.0.0/8, false"
    })
    void tellsWhetherRangesOverlap(String one, String other, boolean expected) {
        assertThat(AddressRange.overlap(one, other)).isEqualTo(expected);
        assertThat(AddressRange.overlap(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "203.0.113.0/24", "203.0.113.0/30"})
    void allowsPublicAddressesAndRanges(String text) {
        assertThatCode(() -> AddressRange.checkAllowed(text)).doesNotThrowAnyException();
    }

    @Test
    void allowsNoPrivateRange() {
        assertThatThrownBy(() -> AddressRange.checkAllowed("192.168.1.0/24"))
                .hasMessage("\"192.168.1.0/24\" is a private range, only public addresses can be allowed");
    }

    @Test
    void allowsNoRangeThatStorageFirewallsRefuse() {
        assertThatThrownBy(() -> AddressRange.checkAllowed("203.0.113.0/31"))
                .hasMessage("\"203.0.113.0/31\" is too small for an allow-list (name single addresses instead),"
                        + " at least a /30 is needed");
    }
}
