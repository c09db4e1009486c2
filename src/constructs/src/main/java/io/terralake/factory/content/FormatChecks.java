package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.json.Findings;
import io.terralake.factory.pipeline.EndTypes;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sources and sinks that do not go together with the dataset that they read or write.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/supported-file-formats-and-compression-codecs">Supported file
 *     formats</a>
 */
final class FormatChecks {
    private FormatChecks() {}

    static void check(String pointer, JsonNode activity, Function<String, @Nullable Artifact> datasets, Findings at) {
        JsonNode properties = activity.path("typeProperties");
        switch (activity.path("type").asText()) {
            case "Copy" -> {
                check(pointer, properties, "source", activity.path("inputs").path(0), datasets, at);
                check(pointer, properties, "sink", activity.path("outputs").path(0), datasets, at);
            }
            case "Lookup" -> check(pointer, properties, "source", properties.path("dataset"), datasets, at);
            default -> {
                // Others have neither.
            }
        }
    }

    private static void check(
            String pointer,
            JsonNode properties,
            String end,
            JsonNode reference,
            Function<String, @Nullable Artifact> datasets,
            Findings at) {
        Artifact dataset = datasets.apply(reference.path("referenceName").asText());
        String place = "%s/typeProperties/%s".formatted(pointer, end);
        if (dataset == null) {
            return;
        }
        String suffix = end.equals("source") ? "Source" : "Sink";
        String of = properties.path(end).path("type").asText();
        String type = dataset.properties().path("type").asText();
        if (!of.contains(TemplateValues.UNKNOWN) && !type.contains(TemplateValues.UNKNOWN)) {
            EndTypes.problem(type, of, suffix).ifPresent(problem -> {
                String message = "the dataset \"%s\": %s".formatted(dataset.name(), problem);
                if (EndTypes.isOfFiles(type) || EndTypes.isOfFiles(of)) {
                    at.error(place + "/type", message);
                } else {
                    // Factories that run have an AzureSqlSource over a table of SQL Server.
                    at.warning(place + "/type", message);
                }
            });
        }
        checkStore(place, properties.path(end), dataset, at);
    }

    /** The store of the files, by what its settings and its locations are called after. */
    private static void checkStore(String place, JsonNode end, Artifact dataset, Findings at) {
        String location =
                dataset.properties().at("/typeProperties/location/type").asText();
        String settings = end.at("/storeSettings/type").asText();
        String store = location.replaceFirst("(Server)?Location$", "");
        if (!location.isEmpty()
                && settings.matches("\\w+(Read|Write)Settings")
                && !settings.replaceFirst("(Server)?(Read|Write)Settings$", "").equals(store)) {
            at.error(
                    place + "/storeSettings/type",
                    "the dataset \"%s\" has files at a %s".formatted(dataset.name(), location));
        }
    }
}
