package io.terralake.registration;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.registration.RegistrationRequest.Dataset;
import io.terralake.registration.RegistrationRequest.Datastore;
import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Form;
import io.terralake.registration.input.Forms;
import io.terralake.registration.input.JsonFields;
import io.terralake.registration.input.Problems;
import io.terralake.registration.input.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads registration requests: {@code workspace_definition}, {@code datastore_definition} and {@code dataset_definition},
 * each a list or a single object.
 */
public final class RequestReader {
    private static final List<String> PARTS =
            List.of("workspace_definition", "datastore_definition", "dataset_definition");

    private static final Form DATASTORE = Form.of("[A-Za-z0-9_]{1,255}", 255, "letters, digits and '_'");
    private static final Form FILESYSTEM =
            Form.of("(?=.{3,63}$)[a-z0-9](-?[a-z0-9])*", 63, "3 to 63 lower-case letters, digits and hyphens");
    private static final Form DATASET = Form.of("[A-Za-z0-9][A-Za-z0-9_.-]{0,254}", 255, "letters, digits and '_.-'");
    private static final Form TAG = Form.of("[^\\p{Cntrl}]{1,256}", 256, "a tag of 1 to 256 characters");
    private static final Form DATASET_PATH = Form.of(
            "(?!(.*/)?(\\.|%2[eE]){1,2}(/.*)?$)[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*/?",
            1024, "a path below the datastore, with / between its parts, without ..");

    private final Problems problems;

    private RequestReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a request.
     *
     * @param source what the text is from, for messages
     * @param text the request as JSON
     * @return the request, with an empty list of workspaces when it names none
     * @throws BadInputException with every mistake, each with its JSON pointer
     */
    public static RegistrationRequest read(String source, String text) {
        JsonNode document = StrictJson.read(source, text);
        Problems problems = new Problems();
        RegistrationRequest request = read(document, problems.at(source + "#"));
        problems.throwIfAny();
        return request;
    }

    /**
     * Reads a request.
     *
     * @param document as JSON
     * @param problems get every mistake, each with its JSON pointer
     * @return the request, which is of no use when there was a mistake
     */
    public static RegistrationRequest read(JsonNode document, Problems problems) {
        return new RequestReader(problems).request(document);
    }

    private RegistrationRequest request(JsonNode document) {
        if (!document.isObject()) {
            problems.add("an object with %s is expected".formatted(PARTS));
            return new RegistrationRequest(List.of(), List.of(), List.of());
        }
        document.fieldNames().forEachRemaining(field -> {
            if (!PARTS.contains(field)) {
                problems.field(field).add("unknown, there are %s".formatted(PARTS));
            }
        });
        List<Workspace> workspaces =
                document.has(PARTS.get(0)) ? list(document, PARTS.get(0), RequestReader::workspace) : List.of();
        List<Datastore> datastores = list(document, PARTS.get(1), RequestReader::datastore);
        List<Dataset> datasets = list(document, PARTS.get(2), fields -> dataset(fields, datastores));
        JsonFields.unique(
                workspaces,
                workspace -> workspace.name().isEmpty() ? "" : workspace.id(),
                problems.at("/" + PARTS.get(0)));
        JsonFields.unique(datastores, Datastore::name, problems.at("/" + PARTS.get(1)));
        JsonFields.unique(datasets, Dataset::name, problems.at("/" + PARTS.get(2)));
        return new RegistrationRequest(workspaces, datastores, datasets);
    }

    private <T> List<T> list(JsonNode document, String part, Function<JsonFields, T> reader) {
        JsonNode value = document.path(part);
        Problems place = problems.at("/" + part);
        if (value.isObject()) {
            return JsonFields.read(value, place, reader).stream().toList();
        }
        if (!value.isArray() || value.isEmpty()) {
            place.add(value.isMissingNode() ? "missing" : "a list with at least one object is expected");
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonFields.read(value.get(i), place.at("/" + i), reader).ifPresent(elements::add);
        }
        return elements;
    }

    private static Workspace workspace(JsonFields fields) {
        return new Workspace(
                fields.text("workspace_name", Forms.ML_WORKSPACE),
                fields.text("subscription_id", Forms.GUID),
                fields.text("resource_group", Forms.RESOURCE_GROUP));
    }

    private static Datastore datastore(JsonFields fields) {
        return new Datastore(
                fields.text("adlsgen2_datastore_name", DATASTORE),
                fields.text("account_name", Forms.STORAGE_ACCOUNT),
                fields.text("filesystem", FILESYSTEM));
    }

    private static Dataset dataset(JsonFields fields, List<Datastore> datastores) {
        List<String> names = datastores.stream().map(Datastore::name).toList();
        Optional<String> datastore =
                fields.optional("datastore", Form.of(names::contains, "is unknown, there are " + names));
        if (!fields.has("datastore") && names.size() > 1) {
            fields.problem("datastore", "missing: with several datastores a dataset names its own, one of " + names);
        }
        return new Dataset(
                fields.text("dataset_name", DATASET),
                fields.text("dataset_path", DATASET_PATH),
                datastore.orElseGet(() -> names.isEmpty() ? "" : names.get(0)),
                type(fields),
                fields.optional("description", Forms.TEXT),
                fields.texts("tags", TAG, Forms.TEXT));
    }

    private static Dataset.Type type(JsonFields fields) {
        Optional<String> name =
                fields.optional("type", Form.of("uri_file|uri_folder|mltable", 10, "uri_file, uri_folder or mltable"));
        return Stream.of(Dataset.Type.values())
                .filter(type -> name.isPresent() && type.azureName().equals(name.get()))
                .findFirst()
                .orElse(Dataset.Type.URI_FILE);
    }
}
