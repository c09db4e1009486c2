package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.messages.Shown;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which events may start a workflow. */
public final class Filters {
    /** Everything that is whole and not a part of something else. */
    public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), "");

    static final String RUN_COMPLETED = "machinelearningservices-runcompleted";
    private static final String RUN_STATUS_CHANGED = "machinelearningservices-runstatuschanged";
    private static final String BLOB_CREATED = "storage-blobcreated";

    /** Made when a writer of the data lake opens the file; another event comes when it is whole. */
    private static final String OPENED = "CreateFile";

    private static final List<String> NAMES = List.of("experiments", "runStates", "containers", "pathPrefix");

    /** Azure ML over ARM, {@code JobStatus}. */
    private static final List<String> STATES = List.of(
            "NotStarted",
            "Starting",
            "Provisioning",
            "Preparing",
            "Queued",
            "Running",
            "Finalizing",
            "CancelRequested",
            "Completed",
            "Failed",
            "Canceled",
            "NotResponding",
            "Paused",
            "Unknown");

    private final Set<String> experiments;
    private final Set<String> runStates;
    private final Set<String> containers;
    private final String pathPrefix;

    private Filters(Set<String> experiments, Set<String> runStates, Set<String> containers, String pathPrefix) {
        this.experiments = experiments;
        this.runStates = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.runStates.addAll(runStates);
        this.containers = containers;
        this.pathPrefix = pathPrefix;
    }

    /**
     * What the app setting {@code EVENTS_FILTERS} says.
     *
     * @param json {@code {"experiments": ["…"], "runStates": ["Completed"], "containers": ["…"], "pathPrefix": "…"}}; what is left out
     *     filters nothing
     * @return filters
     * @throws IllegalArgumentException when it says something else
     */
    public static Filters of(String json) {
        JsonNode filters = Json.read(json)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new IllegalArgumentException(
                        "EVENTS_FILTERS is %s: a JSON object is allowed".formatted(Shown.quoted(json))));
        filters.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("EVENTS_FILTERS: /%s is not known: %s".formatted(name, NAMES));
            }
        });
        Set<String> states = texts(filters, "runStates");
        states.forEach(state -> {
            if (STATES.stream().noneMatch(state::equalsIgnoreCase)) {
                throw new IllegalArgumentException(
                        "EVENTS_FILTERS: /runStates: \"%s\" is not known: %s".formatted(state, STATES));
            }
        });
        return new Filters(texts(filters, "experiments"), states, texts(filters, "containers"), prefix(filters));
    }

    private static Set<String> texts(JsonNode filters, String name) {
        Set<String> texts = new TreeSet<>();
        JsonNode list = filters.path(name);
        boolean right = list.isMissingNode() || list.isArray() && !list.isEmpty();
        for (JsonNode text : list) {
            right &= text.isTextual() && !text.asText().isBlank();
            texts.add(text.asText());
        }
        if (!right) {
            throw new IllegalArgumentException(
                    "EVENTS_FILTERS: /%s is %s: a list of at least one text is allowed".formatted(name, list));
        }
        return texts;
    }

    private static String prefix(JsonNode filters) {
        JsonNode prefix = filters.path("pathPrefix");
        if (prefix.isMissingNode()) {
            return "";
        }
        if (!prefix.isTextual() || prefix.asText().isBlank() || prefix.asText().startsWith("/")) {
            throw new IllegalArgumentException(
                    "EVENTS_FILTERS: /pathPrefix is %s: a text such as training/ is allowed".formatted(prefix));
        }
        return prefix.asText();
    }

    /** Why an event starts nothing; empty when it may. */
    Optional<String> refusal(Event event) {
        if (event.is(EventType.MACHINE_LEARNING, RUN_COMPLETED, RUN_STATUS_CHANGED)) {
            return refusal(Run.of(event));
        }
        if (event.is(EventType.STORAGE)) {
            return refusal(event, Subject.of(event));
        }
        return Optional.empty();
    }

    private Optional<String> refusal(Run run) {
        if (run.child()) {
            return Optional.of("it is of a run that another one started");
        }
        if (!experiments.isEmpty() && !experiments.contains(run.experiment())) {
            return Optional.of("it is of the experiment %s".formatted(Shown.quoted(run.experiment())));
        }
        if (!runStates.isEmpty() && !runStates.contains(run.state())) {
            return Optional.of("it is of a run that is %s".formatted(Shown.quoted(run.state())));
        }
        return Optional.empty();
    }

    private Optional<String> refusal(Event event, Subject subject) {
        if (event.is(EventType.STORAGE, BLOB_CREATED)
                && Fields.text(event.data(), "api").equals(OPENED)) {
            return Optional.of("its file is only opened yet");
        }
        if (!containers.isEmpty() && !containers.contains(subject.container())) {
            return Optional.of("it is of the container %s".formatted(Shown.quoted(subject.container())));
        }
        if (!subject.path().startsWith(pathPrefix)) {
            return Optional.of("it is of the path %s".formatted(Shown.quoted(subject.path())));
        }
        return Optional.empty();
    }
}
