package io.terralake.registration;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.registration.arm.Arm;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The versions of a dataset in a workspace, read when they are asked for, and once. */
final class Versions {
    /** The name of the first one. */
    static final String FIRST = "1";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** The one that was made last, archived or not ({@code DataVersions_List} of api-version 2025-06-01). */
    private static final Map<String, String> NEWEST =
            Map.of("$orderBy", "createdtime desc", "$top", "1", "listViewType", "All");

    private final Arm arm;
    private final String id;
    private @Nullable Optional<List<JsonNode>> listed;
    private @Nullable Optional<JsonNode> container;

    /** @param id the Azure id of the dataset */
    Versions(Arm arm, String id) {
        this.arm = arm;
        this.id = id;
    }

    /** A version: its name, which is a number unless somebody chose it, and its properties. */
    record Version(String name, JsonNode properties) {}

    /** The one that was made last, whatever it is called. */
    Optional<Version> newest() {
        return list().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(version -> new Version(version.path("name").asText(), version.path("properties")));
    }

    /** Whether the list knows the dataset. */
    boolean isListed() {
        return list().isPresent();
    }

    /** The one that Azure ML counted last, when the list lags behind and does not have it yet. */
    Optional<Version> unlisted() {
        String newest = newest().map(Version::name).orElse("0");
        return latest().filter(latest -> isHigher(latest, newest))
                .flatMap(latest -> arm.get("%s/versions/%s".formatted(id, latest), Datastores.API_VERSION)
                        .map(properties -> new Version(latest, properties)));
    }

    /** The name of the next one. Versions that people named otherwise are not in the way. */
    String next() {
        return text("nextVersion").orElse(FIRST);
    }

    /** Whether there is any, as far as is known. */
    boolean areThere() {
        return listed != null && newest().isPresent() || latest().isPresent();
    }

    private Optional<String> latest() {
        return text("latestVersion");
    }

    private Optional<String> text(String field) {
        if (container == null) {
            container = arm.get(id, Datastores.API_VERSION);
        }
        return container.map(properties -> properties.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    private Optional<List<JsonNode>> list() {
        if (listed == null) {
            listed = arm.firstPage(id + "/versions", Datastores.API_VERSION, NEWEST);
        }
        return listed;
    }

    private static boolean isHigher(String one, String other) {
        return NUMBER.matcher(one).matches()
                && NUMBER.matcher(other).matches()
                && new BigInteger(one).compareTo(new BigInteger(other)) > 0;
    }
}
