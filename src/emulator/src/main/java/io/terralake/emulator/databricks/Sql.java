package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Guids;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements by which the provider makes, comments and drops external tables; others fail. */
record Sql(Objects objects) {
    static final String TABLE = "table";
    private static final String NAME = "`([^`]+)`\\.`([^`]+)`\\.`([^`]+)`";
    private static final Pattern CREATE = Pattern.compile(
            "CREATE TABLE " + NAME + " \\((.*?)\\)\\s*USING (\\w+)(.*?)\\s*LOCATION '([^']*)'", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("`([^`]+)` (\\w+(?:\\([^)]*\\))?)");
    private static final Pattern PROPERTIES = Pattern.compile("TBLPROPERTIES \\(([^)]*)\\)");
    private static final Pattern PROPERTY = Pattern.compile("'([^']*)'='([^']*)'");
    private static final Pattern COMMENT = Pattern.compile("COMMENT '([^']*)'");
    private static final Pattern COMMENT_ON = Pattern.compile("COMMENT ON TABLE " + NAME + " IS '([^']*)'");
    private static final Pattern DROP = Pattern.compile("DROP TABLE " + NAME);

    /** Runs a statement; the error, empty when there was none. */
    Optional<String> run(String statement) {
        Matcher create = CREATE.matcher(statement);
        if (create.find()) {
            return create(create);
        }
        Matcher comment = COMMENT_ON.matcher(statement);
        if (comment.find()) {
            return change(name(comment), table -> table.put("comment", comment.group(4)));
        }
        Matcher drop = DROP.matcher(statement);
        if (drop.find()) {
            return objects.remove(TABLE, name(drop)).isPresent()
                    ? Optional.empty()
                    : Optional.of("TABLE_OR_VIEW_NOT_FOUND " + name(drop));
        }
        return Optional.of("PARSE_SYNTAX_ERROR: the emulator does not know " + statement);
    }

    private Optional<String> create(Matcher create) {
        String name = name(create);
        String schema = "%s.%s".formatted(create.group(1), create.group(2));
        String location = create.group(7);
        if (!objects.has("schema", schema)) {
            return Optional.of("SCHEMA_NOT_FOUND " + schema);
        }
        if (objects.has(TABLE, name)) {
            return Optional.of("TABLE_OR_VIEW_ALREADY_EXISTS " + name);
        }
        Optional<ObjectNode> covers = new Locations(objects).covering(location);
        if (covers.isEmpty()) {
            return Optional.of("NO_PARENT_EXTERNAL_LOCATION_FOR_PATH " + location);
        }
        if (covers.get().path("read_only").asBoolean()) {
            return Optional.of("The external location %s is read-only"
                    .formatted(covers.get().path("name").asText()));
        }
        objects.put(TABLE, name, table(create, name, location));
        return Optional.empty();
    }

    private static ObjectNode table(Matcher create, String name, String location) {
        ObjectNode table = Objects.object().put("name", create.group(3)).put("catalog_name", create.group(1));
        table.put("schema_name", create.group(2)).put("full_name", name).put("table_type", "EXTERNAL");
        table.put("data_source_format", create.group(5)).put("table_id", Guids.of(TABLE, name));
        table.put("owner", Objects.DEPLOYER).put("storage_location", location);
        ObjectNode properties = table.putObject("properties").put("delta.lastCommitTimestamp", "1");
        properties.put("delta.minReaderVersion", "1");
        Matcher given = PROPERTIES.matcher(create.group(6));
        if (given.find()) {
            PROPERTY.matcher(given.group(1)).results().forEach(each -> properties.put(each.group(1), each.group(2)));
        }
        Matcher comment = COMMENT.matcher(create.group(6));
        if (comment.find()) {
            table.put("comment", comment.group(1));
        }
        ArrayNode columns = table.putArray("columns");
        COLUMN.matcher(create.group(4))
                .results()
                .forEach(each -> columns.addObject()
                        .put("name", each.group(1))
                        .put("type_text", each.group(2))
                        .put("position", columns.size() - 1)
                        .put("nullable", true)
                        .put(
                                "type_json",
                                Objects.object()
                                        .put("name", each.group(1))
                                        .put("type", each.group(2))
                                        .put("nullable", true)
                                        .<ObjectNode>set("metadata", Objects.object())
                                        .toString()));
        return table;
    }

    private Optional<String> change(String name, Consumer<ObjectNode> change) {
        Optional<ObjectNode> table = objects.get(TABLE, name).map(ObjectNode::deepCopy);
        table.ifPresent(json -> {
            change.accept(json);
            objects.put(TABLE, name, json);
        });
        return table.isPresent() ? Optional.empty() : Optional.of("TABLE_OR_VIEW_NOT_FOUND " + name);
    }

    private static String name(Matcher statement) {
        return "%s.%s.%s".formatted(statement.group(1), statement.group(2), statement.group(3));
    }
}
