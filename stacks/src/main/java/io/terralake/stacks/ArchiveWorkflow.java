package io.terralake.stacks;

import static io.terralake.logic.Expression.body;
import static io.terralake.logic.Expression.call;
import static io.terralake.logic.Expression.item;
import static io.terralake.logic.Expression.outputs;
import static io.terralake.logic.Expression.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.StackPart;
import io.terralake.logic.Expression;
import io.terralake.logic.ForEach;
import io.terralake.logic.HttpAction;
import io.terralake.logic.HttpAction.Method;
import io.terralake.logic.HttpActionBuilder;
import io.terralake.logic.If;
import io.terralake.logic.RawAction;
import io.terralake.logic.Recurrence;
import io.terralake.logic.RunAfter;
import io.terralake.logic.RunStatus;
import io.terralake.logic.Workflow;
import io.terralake.logic.WorkflowAction;
import io.terralake.logic.WorkflowProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * Moves raw files to the archive after the job recorded that it read them to their ends, then deletes the record. Files keep their
 * paths. A run that stopped half-way is repeated by the next one: what was moved already is not there any more, which is fine.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path/create">Path - Create: renames</a>
 */
final class ArchiveWorkflow extends StackPart {
    private static final int MINUTES = 60;

    private static final int CREATED = 201;
    private static final int OK = 200;

    /** No such folder; a zone that is missing has another code. */
    private static final String NOTHING_THERE = "PathNotFound";

    /** No such file; a folder that it should go to, and is missing, has another code. */
    private static final String MOVED_BEFORE = "SourcePathNotFound";

    /** What is before the first part of a path in {@code abfss://<zone>@<host>/<path>}. */
    private static final int ADDRESS_PARTS = 3;

    private static final Map<String, Expression> VERSION = Map.of("x-ms-version", text("2023-11-03"));

    private final String host;
    private final Zone raw;
    private final Zone archive;
    private final Zone records;
    private final Workflow workflow;

    /**
     * @param raw where the files are
     * @param archive where they are moved to
     * @param records the zone of the records
     * @param folder the folder of the records, which the job writes
     */
    ArchiveWorkflow(Construct scope, String id, DataLake lake, Zone raw, Zone archive, Zone records, String folder) {
        super(scope, id);
        this.host = lake.dfsHost();
        this.raw = raw;
        this.archive = archive;
        this.records = records;
        HttpAction list = list("List_records", folder);
        Expression record = item("Each_record");
        If each = If.of("If_a_record", isWhole(record.part("name")), moveFiles(record));
        ForEach all = new ForEach("Each_record", body(list).part("paths"), 1, List.of(each), null);
        // Before the job's first run there is no folder.
        If nothing = unless("If_nothing_is_there", failed(list, NOTHING_THERE), list("List_again", folder), null);
        If listed = new If("If_listed", has(list, OK), List.of(all), List.of(nothing), after(list));
        this.workflow = new Workflow(
                this,
                "Workflow",
                WorkflowProps.builder()
                        .purpose("archive-cars")
                        .trigger(Recurrence.everyMinutes(MINUTES))
                        .actions(List.of(list, listed))
                        .build());
        List.of(raw, archive, records).forEach(zone -> zone.grantWrite(workflow));
    }

    Workflow workflow() {
        return workflow;
    }

    /** Whether a file is a record to its end: Spark writes it below {@code _temporary} first. */
    private static Expression isWhole(Expression name) {
        return call("and", call("endsWith", name, ".json"), call("not", call("contains", name, "/_temporary/")));
    }

    /** Moves the files of a record, then deletes it with its folder. */
    private WorkflowAction[] moveFiles(Expression record) {
        Expression name = encoded(record.part("name"));
        HttpAction read = request("Read_record", Method.GET, records, name).build();
        Expression content = call("base64ToString", body(read).part("['$content']"));
        Expression lines = call("split", call("trim", content), Expression.of("decodeUriComponent('%0A')"));
        return new WorkflowAction[] {
            read,
            ForEach.of("Each_file", lines, moveFile(item("Each_file"))),
            request("Delete_record", Method.DELETE, records, parent(name))
                    .queries(Map.of("recursive", text("true")))
                    .build()
        };
    }

    private WorkflowAction[] moveFile(Expression line) {
        Expression address = call("split", call("json", line).part("path"), "/");
        WorkflowAction path = compose("Path", encoded(call("join", call("skip", address, ADDRESS_PARTS), "/")));
        HttpAction folder = request("Make_folder", Method.PUT, archive, parent(outputs(path)))
                .queries(Map.of("resource", text("directory")))
                .headers(headers("If-None-Match", text("*")))
                .build();
        // Mostly the folder is there; if it is missing, the move says so.
        HttpAction move = rename("Move", outputs(path)).runAfter(after(folder)).build();
        HttpAction again = rename("Move_again", outputs(path)).build();
        If moved = unless("If_moved_before", failed(move, MOVED_BEFORE), again, null);
        return new WorkflowAction[] {path, folder, move, unless("If_moved", has(move, CREATED), moved, after(move))};
    }

    private HttpAction list(String name, String folder) {
        return request(name, Method.GET, records, null)
                .queries(Map.of("resource", text("filesystem"), "directory", text(folder), "recursive", text("true")))
                .build();
    }

    private HttpActionBuilder rename(String name, Expression path) {
        return request(name, Method.PUT, archive, path)
                .headers(headers("x-ms-rename-source", text("/", raw.zoneName(), "/", path)));
    }

    private HttpActionBuilder request(String name, Method method, Zone zone, @Nullable Expression path) {
        return HttpAction.builder()
                .name(name)
                .method(method)
                .uri(
                        path == null
                                ? text("https://", host, "/", zone.zoneName())
                                : text("https://", host, "/", zone.zoneName(), "/", path))
                .headers(VERSION)
                .audience(text("https://storage.azure.com/"));
    }

    private static Map<String, Expression> headers(String name, Expression value) {
        Map<String, Expression> headers = new HashMap<>(VERSION);
        headers.put(name, value);
        return headers;
    }

    /** Does something where a condition does not hold, such as asking again, so that the run fails for the same reason. */
    private static If unless(
            String name, Expression condition, WorkflowAction otherwise, @Nullable List<RunAfter> after) {
        return new If(name, condition, List.of(), List.of(otherwise), after);
    }

    private static Expression has(HttpAction asked, int status) {
        return call("equals", outputs(asked).part("statusCode"), status);
    }

    /** @param code of the service's errors, in its answer */
    private static Expression failed(HttpAction asked, String code) {
        return call("equals", Expression.of("body('%s')?['error']?['code']".formatted(asked.name())), code);
    }

    /** After an answer, whatever it was. */
    private static List<RunAfter> after(WorkflowAction asked) {
        return List.of(new RunAfter(asked.name(), Set.of(RunStatus.SUCCEEDED, RunStatus.FAILED)));
    }

    private static WorkflowAction compose(String name, Expression value) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("type", "Compose");
        definition.set("inputs", value.json());
        return new RawAction(name, definition, null);
    }

    private static Expression parent(Expression path) {
        return call("substring", path, 0, call("lastIndexOf", path, "/"));
    }

    /** A path as a part of an address. */
    private static Expression encoded(Expression path) {
        return call("replace", call("encodeUriComponent", path), "%2F", "/");
    }
}
