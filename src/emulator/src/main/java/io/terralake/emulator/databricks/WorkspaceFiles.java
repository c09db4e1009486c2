package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notebooks and files of a workspace. */
record WorkspaceFiles(Objects objects) implements Service {
    private static final String KIND = "file";
    private static final Pattern PART = Pattern.compile("name=\"path\"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n([^\r]+)");
    private static final String IMPORT_FILE = "/workspace-files/import-file/";
    private static final String HEADER = "Databricks notebook source";

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (path.endsWith("/workspace/import")) {
            return Optional.of(imported(request));
        }
        if (path.contains(IMPORT_FILE)) {
            String file = path.substring(path.indexOf(IMPORT_FILE) + IMPORT_FILE.length() - 1);
            return Optional.of(put(file, "FILE", null));
        }
        if (path.endsWith("/workspace/mkdirs")) {
            return Optional.of(Objects.done());
        }
        if (path.endsWith("/workspace/get-status")) {
            return Optional.of(Objects.found(objects.get(KIND, request.parameter("path")), request.parameter("path")));
        }
        if (path.endsWith("/workspace/delete")) {
            String file = request.json().path("path").asText();
            return Optional.of(objects.remove(KIND, file).isPresent() ? Objects.done() : Objects.missing(file));
        }
        return Optional.empty();
    }

    private Reply imported(Request request) {
        Matcher form = PART.matcher(request.text());
        if (form.find()) {
            return put(form.group(1), "FILE", null);
        }
        String file = request.json().path("path").asText();
        String language = request.json().path("language").asText(null);
        if (language == null) {
            return put(file, "FILE", null);
        }
        String text = new String(
                Base64.getDecoder().decode(request.json().path("content").asText()), StandardCharsets.UTF_8);
        if (request.json().path("format").asText().equals("SOURCE")
                && !text.lines().findFirst().orElse("").endsWith(HEADER)) {
            return Objects.refused("The notebook %s does not begin with a comment \"%s\".".formatted(file, HEADER));
        }
        return put(file, "NOTEBOOK", language);
    }

    private Reply put(String file, String type, @Nullable String language) {
        long number = objects.get(KIND, file)
                .map(old -> old.path("object_id").asLong())
                .orElseGet(objects::number);
        ObjectNode json =
                Objects.object().put("path", file).put("object_type", type).put("object_id", number);
        json.put("resource_id", Long.toString(number)).put("created_at", 1).put("modified_at", 2);
        if (language != null) {
            json.put("language", language);
        }
        objects.put(KIND, file, json);
        return Reply.json(200, Objects.object().put("object_id", number));
    }
}
