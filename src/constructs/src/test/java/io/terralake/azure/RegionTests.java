package io.terralake.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTests {

    @ParameterizedTest
    @CsvSource({
        "WEST_EUROPE, West Europe",
        "EAST_US_2, East US 2",
        "UK_SOUTH, UK South",
        "UAE_NORTH, UAE North",
        "NORTH_CENTRAL_US, North Central US",
        "SOUTHEAST_ASIA, Southeast Asia",
        "AUSTRALIA_CENTRAL, Australia Central"
    })
    void hasTheNameThatServiceHealthGoesBy(Region region, String name) {
        assertThat(region.displayName()).isEqualTo(name);
    }

    @Test
    void isCalledAlikeByPeopleAndByTheApi() {
        assertThat(Arrays.stream(Region.values()))
                .allSatisfy(region ->
                        assertThat(region.displayName().replace(" ", "")).isEqualToIgnoringCase(region.azureName()));
    }

    @Test
    void knowsWhereZonesAre() {
        assertThat(Region.WEST_EUROPE.hasZones()).isTrue();
        assertThat(Region.WEST_US.hasZones()).isFalse();
        assertThat(Arrays.stream(Region.values()).filter(Region::hasZones)).hasSize(37);
    }

    @Test
    void knowsWhereCopiesCanBe() {
        assertThat(Arrays.stream(Region.values()).filter(Region::hasPair)).hasSize(41);
        assertThat(Region.WEST_EUROPE.problem(true, true)).isEmpty();
        assertThat(Region.WEST_US.problem(false, true)).isEmpty();
        assertThat(Region.WEST_US.problem(true, false)).contains("needs availability zones, which westus has none of");
        assertThat(Region.POLAND_CENTRAL.problem(true, false)).isEmpty();
        assertThat(Region.POLAND_CENTRAL.problem(true, true))
                .contains("needs a paired region, which polandcentral has none of");
    }
}
