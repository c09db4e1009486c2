package io.terralake.sql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A size that Azure offers for single databases. Sizes of pools and warehouses, and retired hardware, are not among them.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-sql/database/resource-limits-vcore-single-databases">Resource limits by
 *     vCores</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-sql/database/resource-limits-dtu-single-databases">Resource limits by
 *     DTUs</a>
 */
record ComputeSize(String family, int size) {
    private static final String STANDARD = "0|1|2|3|4|6|7|9|12";
    private static final String PREMIUM = "1|2|4|6|11|15";
    private static final String VCORES = "2|4|6|8|10|12|14|16|18|20|24|32|40|80";
    private static final String COMPUTE_OPTIMIZED = "8|10|12|14|16|18|20|24|32|36|72";
    private static final String CONFIDENTIAL = "2|4|6|8|10|12|14|16|18|20|32|40";

    /** The names of all sizes, for the settings' schema. */
    static final String REGEX = "^(Basic|S(" + STANDARD + ")|P(" + PREMIUM + ")|GP_S_Gen5_(1|" + VCORES
            + ")|HS_S_Gen5_("
            + VCORES + ")|(GP|BC|HS)_Gen5_(" + VCORES + "|128)|GP_Fsv2_(" + COMPUTE_OPTIMIZED + ")|(GP|BC|HS)_DC_("
            + CONFIDENTIAL + ")|HS_PRMS_(" + VCORES + "|64|128)|HS_MOPRMS_(" + VCORES + "|64))$";

    private static final Map<String, List<Integer>> FAMILIES = families();

    private static final String BASIC = "Basic";

    /** @throws IllegalArgumentException when there is no such size; it names those of the family, or the families */
    static ComputeSize of(String name) {
        if (name.equals(BASIC)) {
            return new ComputeSize(BASIC, 0);
        }
        String family = name.replaceFirst("[0-9]+$", "");
        List<Integer> sizes = FAMILIES.get(family);
        if (sizes == null) {
            throw new IllegalArgumentException("skuName \"%s\" is not offered: Basic, or one of %s and its size"
                    .formatted(name, String.join(", ", FAMILIES.keySet())));
        }
        Optional<Integer> size =
                sizes.stream().filter(each -> (family + each).equals(name)).findFirst();
        return new ComputeSize(
                family,
                size.orElseThrow(() -> new IllegalArgumentException("skuName \"%s\" is not offered: of %s there are %s"
                        .formatted(name, family, sizes.toString().replaceAll("[\\[\\]]", "")))));
    }

    boolean isServerless() {
        return family.contains("_S_");
    }

    /** Whether it can pause: Hyperscale cannot. */
    boolean pauses() {
        return family.startsWith("GP_S_");
    }

    boolean isHyperscale() {
        return family.startsWith("HS_");
    }

    /** Whether replicas can stand in several zones: not in the small tiers, nor on special hardware. */
    boolean spansZones() {
        return !family.equals(BASIC) && !family.equals("S") && !family.endsWith("_Fsv2_") && !family.endsWith("_DC_");
    }

    /** How far back a database can be restored at most, in days. */
    int mostPointInTimeDays() {
        return family.equals(BASIC) ? 7 : 35;
    }

    /** The fewest vCores of a serverless size: an eighth of the most, at least a half. */
    double leastVcores() {
        return Math.max(0.5, size / 8.0);
    }

    private static Map<String, List<Integer>> families() {
        Map<String, List<Integer>> families = new LinkedHashMap<>();
        families.put("S", sizes(STANDARD));
        families.put("P", sizes(PREMIUM));
        families.put("GP_S_Gen5_", sizes("1|" + VCORES));
        families.put("HS_S_Gen5_", sizes(VCORES));
        for (String tier : List.of("GP", "BC", "HS")) {
            families.put(tier + "_Gen5_", sizes(VCORES + "|128"));
            families.put(tier + "_DC_", sizes(CONFIDENTIAL));
        }
        families.put("GP_Fsv2_", sizes(COMPUTE_OPTIMIZED));
        families.put("HS_PRMS_", sizes(VCORES + "|64|128"));
        families.put("HS_MOPRMS_", sizes(VCORES + "|64"));
        return families;
    }

    private static List<Integer> sizes(String alternatives) {
        return Arrays.stream(alternatives.split("\\|"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }
}
