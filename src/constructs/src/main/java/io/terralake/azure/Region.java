package io.terralake.azure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The regions of Azure's public cloud, with the short code that goes into names.
 *
 * @see <a href="https://learn.microsoft.com/azure/reliability/regions-list">Azure regions list</a>, which says too where zones and pairs are
 */
public enum Region {
    AUSTRALIA_CENTRAL("australiacentral", "auc"),
    AUSTRALIA_EAST("australiaeast", "aue"),
    AUSTRALIA_SOUTHEAST("australiasoutheast", "ause"),
    AUSTRIA_EAST("austriaeast", "ate"),
    BELGIUM_CENTRAL("belgiumcentral", "bec"),
    BRAZIL_SOUTH("brazilsouth", "brs"),
    CANADA_CENTRAL("canadacentral", "cac"),
    CANADA_EAST("canadaeast", "cae"),
    CENTRAL_INDIA("centralindia", "inc"),
    CENTRAL_US("centralus", "cus"),
    CHILE_CENTRAL("chilecentral", "clc"),
    EAST_ASIA("eastasia", "eas"),
    EAST_US("eastus", "eus"),
    EAST_US_2("eastus2", "eus2"),
    FRANCE_CENTRAL("francecentral", "frc"),
    FRANCE_SOUTH("francesouth", "frs"),
    GERMANY_NORTH("germanynorth", "gno"),
    GERMANY_WEST_CENTRAL("germanywestcentral", "gwc"),
    INDONESIA_CENTRAL("indonesiacentral", "idc"),
    ISRAEL_CENTRAL("israelcentral", "ilc"),
    ITALY_NORTH("italynorth", "itn"),
    JAPAN_EAST("japaneast", "jpe"),
    JAPAN_WEST("japanwest", "jpw"),
    KOREA_CENTRAL("koreacentral", "krc"),
    KOREA_SOUTH("koreasouth", "krs"),
    MALAYSIA_WEST("malaysiawest", "myw"),
    MEXICO_CENTRAL("mexicocentral", "mxc"),
    NEW_ZEALAND_NORTH("newzealandnorth", "nzn"),
    NORTH_CENTRAL_US("northcentralus", "ncus"),
    NORTH_EUROPE("northeurope", "neu"),
    NORWAY_EAST("norwayeast", "noe"),
    NORWAY_WEST("norwaywest", "now"),
    POLAND_CENTRAL("polandcentral", "plc"),
    QATAR_CENTRAL("qatarcentral", "qac"),
    SOUTH_AFRICA_NORTH("southafricanorth", "san"),
    SOUTH_AFRICA_WEST("southafricawest", "saw"),
    SOUTH_CENTRAL_US("southcentralus", "scus"),
    SOUTH_INDIA("southindia", "ins"),
    SOUTHEAST_ASIA("southeastasia", "sea"),
    SPAIN_CENTRAL("spaincentral", "spc"),
    SWEDEN_CENTRAL("swedencentral", "sdc"),
    SWITZERLAND_NORTH("switzerlandnorth", "szn"),
    SWITZERLAND_WEST("switzerlandwest", "szw"),
    UAE_CENTRAL("uaecentral", "uac"),
    UAE_NORTH("uaenorth", "uan"),
    UK_SOUTH("uksouth", "uks"),
    UK_WEST("ukwest", "ukw"),
    WEST_CENTRAL_US("westcentralus", "wcus"),
    WEST_EUROPE("westeurope", "weu"),
    WEST_INDIA("westindia", "inw"),
    WEST_US("westus", "wus"),
    WEST_US_2("westus2", "wus2"),
    WEST_US_3("westus3", "wus3");

    private static final Set<String> ABBREVIATIONS = Set.of("UAE", "UK", "US");

    private static final Set<Region> WITHOUT_ZONES = EnumSet.of(
            AUSTRALIA_CENTRAL,
            AUSTRALIA_SOUTHEAST,
            CANADA_EAST,
            FRANCE_SOUTH,
            GERMANY_NORTH,
            KOREA_SOUTH,
            NORTH_CENTRAL_US,
            NORWAY_WEST,
            SOUTH_AFRICA_WEST,
            SOUTH_INDIA,
            SWITZERLAND_WEST,
            UAE_CENTRAL,
            UK_WEST,
            WEST_CENTRAL_US,
            WEST_INDIA,
            WEST_US);

    private static final Set<Region> WITHOUT_PAIR = EnumSet.of(
            AUSTRIA_EAST,
            BELGIUM_CENTRAL,
            CHILE_CENTRAL,
            INDONESIA_CENTRAL,
            ISRAEL_CENTRAL,
            ITALY_NORTH,
            MALAYSIA_WEST,
            MEXICO_CENTRAL,
            NEW_ZEALAND_NORTH,
            POLAND_CENTRAL,
            QATAR_CENTRAL,
            SPAIN_CENTRAL);

    private final String azureName;
    private final String shortCode;

    Region(String azureName, String shortCode) {
        this.azureName = azureName;
        this.shortCode = shortCode;
    }

    /** The name in Azure's API, such as {@code westeurope}. */
    @JsonValue
    public String azureName() {
        return azureName;
    }

    /** Two to four characters, such as {@code weu}; no two regions share one. */
    public String shortCode() {
        return shortCode;
    }

    /** The name that people read, such as {@code West Europe}; service health goes by it. */
    public String displayName() {
        return Arrays.stream(name().split("_"))
                .map(word -> ABBREVIATIONS.contains(word)
                        ? word
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** Whether the region has availability zones. */
    public boolean hasZones() {
        return !WITHOUT_ZONES.contains(this);
    }

    /** Whether another region is paired with it, which geo-redundant copies go to. */
    public boolean hasPair() {
        return !WITHOUT_PAIR.contains(this);
    }

    /**
     * What keeps copies from being where they should, if anything.
     *
     * @param zones whether they are to be in several availability zones
     * @param pair whether they are to be in the paired region too
     * @return what follows the name of what would need it, such as {@code needs availability zones, which westus has none of}
     */
    public Optional<String> problem(boolean zones, boolean pair) {
        if (zones && !hasZones()) {
            return Optional.of("needs availability zones, which %s has none of".formatted(azureName));
        }
        return pair && !hasPair()
                ? Optional.of("needs a paired region, which %s has none of".formatted(azureName))
                : Optional.empty();
    }
}
