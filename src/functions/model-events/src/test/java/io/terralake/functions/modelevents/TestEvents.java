package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.http.Mistake;
import java.util.ArrayList;
import java.util.List;

/** Events as Azure's documentation shows them. */
public final class TestEvents {
    public static final String ID = "831e1650-001e-001b-66ab-eeb76e069631";

    private static final String WORKSPACE =
            "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w";

    private TestEvents() {}

    /** In Event Grid's schema. */
    public static String event(String id, String type, String subject, String data) {
        return """
                {"topic":"%s","subject":"%s","eventType":"%s","eventTime":"2017-06-26T18:41:00.9584103Z","id":"%s",\
                "data":%s,"dataVersion":"","metadataVersion":"1"}""".formatted(WORKSPACE, subject, type, id, data);
    }

    /** As CloudEvents has it. */
    public static String cloudEvent(String type, String subject, String data) {
        return """
                {"specversion":"1.0","source":"%s","subject":"%s","type":"%s","time":"2017-06-26T18:41:00.9584103Z","id":"%s",\
                "data":%s}""".formatted(WORKSPACE, subject, type, ID, data);
    }

    /** Of a run that somebody started. */
    public static String runCompleted(String id) {
        return run(id, "RunCompleted", "\"experimentName\":\"train\",\"runId\":\"blue_sky_1\"");
    }

    public static String run(String id, String name, String data) {
        return event(
                id,
                "Microsoft.MachineLearningServices." + name,
                "experiments/0fa9dfaa-cba3-4fa7-b590-23e48548f5c1/runs/blue_sky_1",
                "{%s}".formatted(data));
    }

    public static String blob(String name, String container, String path) {
        return event(
                ID,
                "Microsoft.Storage." + name,
                "/blobServices/default/containers/%s/blobs/%s".formatted(container, path),
                "{\"api\":\"PutBlob\",\"contentLength\":7}");
    }

    /** What a right event says. */
    static Event read(String json) {
        List<Mistake> mistakes = new ArrayList<>();
        return EventReader.read(node(json), "", mistakes).orElseThrow(() -> new IllegalStateException("" + mistakes));
    }

    /** What is wrong with a wrong one. */
    static List<Mistake> mistakes(String json, String pointer) {
        List<Mistake> mistakes = new ArrayList<>();
        if (EventReader.read(node(json), pointer, mistakes).isPresent()) {
            throw new IllegalStateException("it is right");
        }
        return mistakes;
    }

    private static JsonNode node(String json) {
        return Json.read(json).orElseThrow();
    }
}
