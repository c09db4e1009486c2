package io.terralake.deployhook.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.deployhook.input.BadInputException;
import io.terralake.deployhook.input.StrictJson;
import io.terralake.deployhook.datasets.RegistrationRequest.Dataset;
import io.terralake.deployhook.datasets.RegistrationRequest.Datastore;
import io.terralake.deployhook.datasets.RegistrationRequest.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads registration requests: {@code workspace_definition}, {@code datastore_definition} and {@code dataset_definition},
 * each a list or a single object.
 */
public final class RequestReader {
    private static final List<String> PARTS =
            List.of("workspace_definition", "datastore_definition", "dataset_definition");

    private final String source;
    private final List<String> problems = new ArrayList<>();

    private RequestReader(String source) {
        this.source = source;
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
        RequestReader reader = new RequestReader(source);
        RegistrationRequest request = reader.request(document);
        if (!reader.problems.isEmpty()) {
            throw new BadInputException(reader.problems);
        }
        return request;
    }

    private RegistrationRequest request(JsonNode document) {
        if (!document.isObject()) {
            problem("", "an object with %s is expected".formatted(PARTS));
            return new RegistrationRequest(List.of(), List.of(), List.of());
        }
        document.fieldNames().forEachRemaining(field -> {
            if (!PARTS.contains(field)) {
                problem("/" + field, "unknown, there are %s".formatted(PARTS));
            }
        });
        List<Workspace> workspaces =
                document.has(PARTS.get(0)) ? list(document, PARTS.get(0), this::workspace) : List.of();
        List<Datastore> datastores = list(document, PARTS.get(1), this::datastore);
        unique(PARTS.get(0), workspaces, Workspace::id);
        unique(PARTS.get(1), datastores, Datastore::name);
        List<Dataset> datasets = list(document, PARTS.get(2), fields -> dataset(fields, datastores));
        unique(PARTS.get(2), datasets, Dataset::name);
        return new RegistrationRequest(workspaces, datastores, datasets);
    }

    private <T> List<T> list(JsonNode document, String part, Function<RequestFields, T> reader) {
        JsonNode value = document.path(part);
        if (value.isObject()) {
            return List.of(read("/" + part, value, reader));
        }
        if (!value.isArray() || value.isEmpty()) {
            problem("/" + part, value.isMissingNode() ? "missing" : "a list with at least one object is expected");
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            String pointer = "/%s/%d".formatted(part, i);
            if (value.get(i).isObject()) {
                elements.add(read(pointer, value.get(i), reader));
            } else {
                problem(pointer, "an object is expected");
            }
        }
        return elements;
    }

    private <T> T read(String pointer, JsonNode object, Function<RequestFields, T> reader) {
        RequestFields fields = new RequestFields(pointer, object, this::problem);
        T element = reader.apply(fields);
        fields.refuseOthers();
        return element;
    }

    private Workspace workspace(RequestFields fields) {
        return new Workspace(
                fields.text("workspace_name", "[A-Za-z0-9][A-Za-z0-9_-]{2,32}", "3 to 33 letters, digits, '_' and '-'"),
                fields.text("subscription_id", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "a GUID"),
                fields.text("resource_group", "[\\w.()-]{0,89}[\\w()-]", "1 to 90 letters, digits and '._()-'"));
    }

    private Datastore datastore(RequestFields fields) {
        return new Datastore(
                fields.text("adlsgen2_datastore_name", "[A-Za-z0-9_]{1,255}", "letters, digits and '_'"),
                fields.text("account_name", "[a-z0-9]{3,24}", "3 to 24 lower-case letters and digits"),
                fields.text(
                        "filesystem", "[a-z0-9](-?[a-z0-9]){2,62}", "3 to 63 lower-case letters, digits and hyphens"));
    }

    private Dataset dataset(RequestFields fields, List<Datastore> datastores) {
        List<String> names = datastores.stream().map(Datastore::name).toList();
        Optional<String> datastore = fields.optional("datastore");
        if (datastore.isEmpty() && names.size() > 1) {
            fields.problem("datastore", "missing: with several datastores a dataset names its own, one of " + names);
        } else if (datastore.isPresent() && !names.contains(datastore.get())) {
            fields.problem("datastore", "\"%s\" is unknown, there are %s".formatted(datastore.get(), names));
        }
        return new Dataset(
                fields.text("dataset_name", "[A-Za-z0-9][A-Za-z0-9_.-]{0,254}", "letters, digits and '_.-'"),
                path(fields),
                datastore.orElseGet(() -> names.isEmpty() ? "" : names.get(0)),
                type(fields),
                fields.optional("description"),
                fields.texts("tags"));
    }

    private static String path(RequestFields fields) {
        String path = fields.text("dataset_path", "(?s).+", "a path in the datastore");
        boolean inside = path.matches("[^/\\\\:]+(/[^/\\\\:]+)*/?")
                && Stream.of(path.split("/")).noneMatch(part -> part.equals("..") || part.equals("."));
        if (!path.isEmpty() && !inside) {
            fields.problem(
                    "dataset_path",
                    "\"%s\" is not allowed: a path below the datastore, with / between its parts, without .."
                            .formatted(path));
        }
        return path;
    }

    private static Dataset.Type type(RequestFields fields) {
        Optional<String> name = fields.optional("type");
        for (Dataset.Type type : Dataset.Type.values()) {
            if (name.isEmpty() || type.azureName().equals(name.get())) {
                return type;
            }
        }
        fields.problem("type", "\"%s\" is not allowed: uri_file, uri_folder or mltable".formatted(name.get()));
        return Dataset.Type.URI_FILE;
    }

    private <T> void unique(String part, List<T> elements, Function<T, String> name) {
        Set<String> seen = new LinkedHashSet<>();
        for (T element : elements) {
            if (!name.apply(element).isEmpty() && !seen.add(name.apply(element))) {
                problem("/" + part, "\"%s\" is there twice".formatted(name.apply(element)));
            }
        }
    }

    private void problem(String pointer, String message) {
        problems.add("%s#%s: %s".formatted(source, pointer, message));
    }
}
