package io.terralake.machinelearning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.storage.StoragePrivateLink;
import io.terralake.testing.PlatformTeam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"pypi", "https://pypi.org", "pypi.org:443", "*", "PyPI.org", "a.*.org"})
    void refusesHostsThatAreNone(String host) {
        assertThatThrownBy(() -> OutboundRule.host(host))
                .hasMessage("outbound host \"%s\" is not allowed: a name such as pypi.org or *.pythonhosted.org", host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stlake.blob.core.windows.net", "*.dfs.core.windows.net"})
    void reachesStorageByPrivateEndpointsOnly(String host) {
        assertThatThrownBy(() -> OutboundRule.host(host))
                .hasMessage(
                        "outbound host \"%s\" is not allowed: storage accounts are reached by private endpoints", host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "80, 8080-8089", "*", "1-65535"})
    void takesPorts(String ports) {
        assertThat(OutboundRule.serviceTag("Sql.WestEurope", OutboundRule.Protocol.ANY, ports)
                        .properties()
                        .at("/destination/portRanges")
                        .asText())
                .isEqualTo(ports);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "90-80", "80;81", "http"})
    void refusesPortsThatAreNone(String ports) {
        assertThatThrownBy(() -> OutboundRule.serviceTag("DataFactory", OutboundRule.Protocol.TCP, ports))
                .hasMessage(
                        "ports \"%s\" are not allowed: ports from 1 to 65535 and ranges, such as 80, 8080-8089, or *",
                        ports);
    }

    @Test
    void refusesATagThatIsNone() {
        assertThatThrownBy(() -> OutboundRule.serviceTag("Data Factory", OutboundRule.Protocol.TCP, "443"))
                .hasMessage("service tag \"Data Factory\" is not allowed: a name such as DataFactory");
    }

    @Test
    void refusesEndpointsThatAzureDoesNotMake() {
        String site = PlatformTeam.id("Microsoft.Web/sites/shop");
        assertThatThrownBy(() -> OutboundRule.privateEndpoint(site, StoragePrivateLink.BLOB))
                .hasMessageStartingWith("a managed network has no private endpoints to Microsoft.Web, only to"
                        + " microsoft.apimanagement, microsoft.cache,");
        assertThatThrownBy(() -> OutboundRule.privateEndpoint("stlake", StoragePrivateLink.BLOB))
                .hasMessage("\"stlake\" is not the id of a resource");
    }
}
