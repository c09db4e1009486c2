package io.terralake.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"203.0.113.7", "203.0.113.0/24", "203.0.113.0/30", "20.0.0.0/8", "1.1.1.1", "223.255.255.255"})
    void takesPublicAddressesAndRanges(String entry) {
        assertThat(AllowList.check(List.of(entry))).containsExactly(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "020.30.40.0/24 | is no IPv4 range in CIDR form such as 10.20.0.0/16",
                "2001:db8::/32 | is no IPv4 range in CIDR form such as 10.20.0.0/16",
                "203.0.113.9/24 | has bits set behind its prefix, \"203.0.113.0/24\" is meant",
                "203.0.113.0/31 | is too small for an allow-list (name single addresses instead), at least a /30 is needed",
                "203.0.113.7/32 | is too small for an allow-list (name single addresses instead), at least a /30 is needed",
                "0.0.0.0/0 | is too wide for an allow-list, at most a /8 is allowed",
                "128.0.0.0/1 | is too wide for an allow-list, at most a /8 is allowed",
                "20.0.0.0/7 | is too wide for an allow-list, at most a /8 is allowed",
                "0.0.0.0 | is no host's address (a SQL server takes 0.0.0.0 for all of Azure's customers), only public addresses can be allowed",
                "0.1.2.3 | is no host's address (a SQL server takes 0.0.0.0 for all of Azure's customers), only public addresses can be allowed",
                "10.0.0.0/8 | is a private range, only public addresses can be allowed",
                "172.31.255.255 | is a private range, only public addresses can be allowed",
                "172.0.0.0/8 | holds 172.16.0.0/12, a private range, only public addresses can be allowed",
                "192.168.1.0/24 | is a private range, only public addresses can be allowed",
                "100.64.0.1 | is a range that providers share, only public addresses can be allowed",
                "127.0.0.1 | is loopback, only public addresses can be allowed",
                "168.63.129.16 | is Azure's own address in every network, only public addresses can be allowed",
                "169.254.169.254 | is link-local, only public addresses can be allowed",
                "192.0.0.8 | is a range of protocols, not of hosts, only public addresses can be allowed",
                "198.18.0.0/16 | is a range for benchmarks, only public addresses can be allowed",
                "224.0.0.1 | is multicast, only public addresses can be allowed",
                "255.255.255.255 | is reserved, only public addresses can be allowed",
            })
    void refusesWhatNoFirewallShouldLetIn(String entry, String message) {
        assertThatThrownBy(() -> AllowList.check(List.of(entry))).hasMessage("\"%s\" %s".formatted(entry, message));
    }

    @Test
    void refusesWhatIsThereTwice() {
        assertThat(AllowList.problems(
                        List.of("203.0.113.0/24", "198.51.100.7", "203.0.113.7", "198.51.100.7", "203.0.113.0/24")))
                .isEqualTo(Map.of(
                        2, List.of("\"203.0.113.7\" overlaps \"203.0.113.0/24\""),
                        3, List.of("\"198.51.100.7\" overlaps \"198.51.100.7\""),
                        4,
                                List.of(
                                        "\"203.0.113.0/24\" overlaps \"203.0.113.0/24\"",
                                        "\"203.0.113.0/24\" overlaps \"203.0.113.7\"")));
    }

    @Test
    void takesAsManyEntriesAsASqlServerDoes() {
        List<String> most =
                IntStream.range(0, 256).mapToObj(i -> "203.0.113." + i).toList();
        assertThat(AllowList.check(most)).isEqualTo(most);
        List<String> more = new ArrayList<>(most);
        more.add("198.51.100.7");
        assertThatThrownBy(() -> AllowList.check(more)).hasMessage("257 entries are not allowed: 256 at most");
    }
}
