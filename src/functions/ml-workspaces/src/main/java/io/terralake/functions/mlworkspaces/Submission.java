package io.terralake.functions.mlworkspaces;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.http.Mistake;
import io.terralake.functions.http.ProblemException;
import io.terralake.registration.RegistrationRequest;
import io.terralake.registration.RequestReader;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.input.Problems;
import io.terralake.registration.input.StrictJson;
import java.util.List;

/**
 * A body of {@code POST /send_data}, read and found to be right.
 *
 * @param document as it came
 * @param request what it asks for
 */
record Submission(JsonNode document, RegistrationRequest request) {
    static final String WORKSPACES = "workspace_definition";
    static final String DATASTORES = "datastore_definition";

    /** As many as somebody reads. */
    private static final int MOST_MISTAKES = 50;

    /** @throws ProblemException with every mistake, each with its JSON pointer */
    static Submission read(String body) {
        JsonNode document = json(body);
        Problems problems = new Problems();
        RegistrationRequest request = RequestReader.read(document, problems);
        List<Mistake> mistakes = problems.faults().stream()
                .limit(MOST_MISTAKES)
                .map(fault -> new Mistake(fault.place(), fault.message()))
                .toList();
        if (!mistakes.isEmpty()) {
            int count = problems.count();
            throw ProblemException.badRequest(
                    count == 1
                            ? "there is a mistake in the body"
                            : "there are %d mistakes in the body".formatted(count),
                    mistakes);
        }
        return new Submission(document, request);
    }

    private static JsonNode json(String body) {
        if (body.isBlank()) {
            throw ProblemException.badRequest(List.of("the body is empty: JSON is expected"));
        }
        try {
            return StrictJson.read("body", body);
        } catch (BadInputException e) {
            throw ProblemException.badRequest(e.messages());
        }
    }

    /** Where an element of a list is, or the object that stands for a list of one. */
    String pointer(String list, int index) {
        return document.path(list).isArray() ? "/%s/%d".formatted(list, index) : "/" + list;
    }
}
