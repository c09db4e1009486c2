package io.terralake.azure;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that Windows has for time zones, which are those that triggers of Data Factory and Logic Apps take.
 *
 * @see <a href="https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones">Default time zones</a>
 * @see <a href="https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger#time-zone-option">Schedule
 *     triggers: time zone option</a>
 */
public final class WindowsTimeZones {
    /** With {@code Standard Time} at the end. */
    private static final String STANDARD = """
            AUS Central|AUS Eastern|Afghanistan|Alaskan|Aleutian|Altai|Arab|Arabian|Arabic|Argentina|Astrakhan|Atlantic|\
            Aus Central W.|Azerbaijan|Azores|Bahia|Bangladesh|Belarus|Bougainville|Canada Central|Cape Verde|Caucasus|\
            Cen. Australia|Central America|Central Asia|Central Brazilian|Central Europe|Central European|Central Pacific|\
            Central|Chatham Islands|China|Cuba|Dateline|E. Africa|E. Australia|E. Europe|E. South America|Easter Island|\
            Eastern|Egypt|Ekaterinburg|FLE|Fiji|GMT|GTB|Georgian|Greenland|Greenwich|Haiti|Hawaiian|India|Iran|Israel|Jordan|\
            Kaliningrad|Kamchatka|Korea|Libya|Line Islands|Lord Howe|Magadan|Magallanes|Marquesas|Mauritius|Mid-Atlantic|\
            Middle East|Montevideo|Morocco|Mountain|Myanmar|N. Central Asia|Namibia|Nepal|New Zealand|Newfoundland|Norfolk|\
            North Asia East|North Asia|North Korea|Omsk|Pacific SA|Pacific|Pakistan|Paraguay|Qyzylorda|Romance|Russian|\
            SA Eastern|SA Pacific|SA Western|SE Asia|Saint Pierre|Sakhalin|Samoa|Sao Tome|Saratov|Singapore|South Africa|\
            South Sudan|Sri Lanka|Sudan|Syria|Taipei|Tasmania|Tocantins|Tokyo|Tomsk|Tonga|Transbaikal|Turkey|\
            Turks And Caicos|US Eastern|US Mountain|Ulaanbaatar|Venezuela|Vladivostok|Volgograd|W. Australia|\
            W. Central Africa|W. Europe|W. Mongolia|West Asia|West Bank|West Pacific|Yakutsk|Yukon""";

    private static final Set<String> OTHERS = Set.of(
            "Central Standard Time (Mexico)",
            "Eastern Standard Time (Mexico)",
            "Mountain Standard Time (Mexico)",
            "Pacific Standard Time (Mexico)",
            "Russia Time Zone 10",
            "Russia Time Zone 11",
            "Russia Time Zone 3",
            "UTC",
            "UTC+12",
            "UTC+13",
            "UTC-02",
            "UTC-08",
            "UTC-09",
            "UTC-11");

    private static final Set<String> NAMES = Set.of(STANDARD.split("\\|")).stream()
            .map(name -> name + " Standard Time")
            .collect(Collectors.toSet());

    private WindowsTimeZones() {}

    /**
     * Returns the name when triggers take it.
     *
     * @throws IllegalArgumentException with the name and what is allowed
     */
    public static String check(String name) {
        if (!NAMES.contains(name) && !OTHERS.contains(name)) {
            throw new IllegalArgumentException(
                    ("time zone \"%s\" is not allowed: a time zone's name in Windows, such as UTC or"
                                    + " W. Europe Standard Time")
                            .formatted(name));
        }
        return name;
    }
}
