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
                "020.30.40.0/24",
                "10.00.0.0/8",
                "10.0.0.010",
                "0x0a.0.0.0/8",
                "10.0.0.0/08",
                "10.0.0.0/+8",
                " 10.0.0.0/8",
                "10.0.0.0/8 ",
                "10.0.0.0-255/24",
                "10.0/16",
                "10",
                "167772160/8",
                "10.0.0.0/",
                "10.0.0.0/8/8",
                "\u0661\u0660.0.0.0/8",
                "*",
                "::ffff:10.0.0.0/104",
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
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.0/7 | \"10.0.0.0/7\" is too wide for a network, at most a /8 is allowed",
                "0.0.0.0/0 | \"0.0.0.0/0\" is too wide for a network, at most a /8 is allowed",
                "0.0.0.0/8 | \"0.0.0.0/8\" touches 0.0.0.0/8 (no host's address), which networks cannot have",
                "127.0.0.0/16 | \"127.0.0.0/16\" touches 127.0.0.0/8 (loopback), which networks cannot have",
                "168.63.0.0/16 | \"168.63.0.0/16\" touches 168.63.129.16/32 (Azure's own address in every network), which networks cannot have",
                "169.254.7.0/24 | \"169.254.7.0/24\" touches 169.254.0.0/16 (link-local), which networks cannot have",
                "230.0.0.0/8 | \"230.0.0.0/8\" touches 224.0.0.0/4 (multicast), which networks cannot have",
                "255.0.0.0/8 | \"255.0.0.0/8\" touches 255.255.255.255/32 (broadcast), which networks cannot have",
            })
    void refusesWhatNetworksCannotHave(String text, String message) {
        assertThatThrownBy(() -> AddressRange.checkNetwork(text)).hasMessage(message);
        assertThatThrownBy(() -> AddressRange.checkSubnet(text, 32, "machines")).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "100.64.0.0/10", "192.168.1.0/24", "20.30.40.0/24"})
    void takesWhatNetworksCanHave(String text) {
        assertThatCode(() -> AddressRange.checkNetwork(text)).doesNotThrowAnyException();
    }

    @Test
    void readsNoOctalNumbersWhenItComparesRanges() {
        assertThat(AddressRange.overlap("020.30.40.0/24", "16.30.40.0/24")).isFalse();
    }
}
