package io.terralake.functions.mlworkspaces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.registration.secrets.Secrets;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API over an emulated ARM, as callers see it that App Service lets through. */
final class SendData {
    static final String FACTORY = "11111111-aaaa-4bbb-8ccc-222222222222";
    static final String OTHER = "33333333-aaaa-4bbb-8ccc-444444444444";

    private static final JsonMapper JSON = new JsonMapper();

    final List<String> queue = new ArrayList<>();
    private final UnsteadyArm arm;
    private final AcceptedRequests requests;
    private Instant now = Instant.parse("2026-11-26T08:00:00.250Z");
    private Duration longest = Duration.ofSeconds(30);

    SendData(UnsteadyArm arm, AcceptedRequests requests) {
        this.arm = arm;
        this.requests = requests;
    }

    void tick() {
        now = now.plusMillis(1);
    }

    void longest(Duration time) {
        longest = time;
    }

    Registrar registrar() {
        return registrar(
                Stream.of("ml-ws-1", "ml-ws-2").map(UnsteadyArm::workspace).collect(Collectors.joining(",")));
    }

    Registrar registrar(String workspaces) {
        return new Registrar(
                Targets.of(workspaces, "sourcedata, otherdata"),
                arm.connect(2, UnsteadyArm.ADVICE),
                Secrets.of(Map.of(), Set.of())::redact);
    }

    AcceptedHandler handler() {
        return new AcceptedHandler(registrar(), requests);
    }

    Response send(Request request) {
        return RegistrationsApi.guarded(() ->
                        new RegistrationsApi(registrar(), requests, queue::add, InstantSource.fixed(now), longest))
                .handle(request);
    }

    Response post(String body) {
        tick();
        return send(post(headers(FACTORY), body));
    }

    static Request post(Map<String, String> headers, String body) {
        return new Request("POST", URI.create("https://ml.example/send_data"), headers, body);
    }

    Response get(String location, String caller) {
        return send(new Request("GET", URI.create("https://ml.example").resolve(location), headers(caller)));
    }

    static Map<String, String> headers(String caller) {
        return principal("""
                {"claims":[{"typ":"http://schemas.microsoft.com/identity/claims/objectidentifier","val":"%s"},\
                {"typ":"roles","val":"Datasets.Register"}]}""".formatted(caller));
    }

    static Map<String, String> principal(String principal) {
        return Map.of(
                "content-type",
                "application/json; charset=utf-8",
                "x-ms-client-principal",
                Base64.getEncoder().encodeToString(principal.getBytes(StandardCharsets.UTF_8)));
    }

    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Such as {@code ml-ws-1 dataset sales created version 1}. */
    static List<String> items(Response response) {
        List<String> items = new ArrayList<>();
        json(response)
                .path("items")
                .forEach(item -> items.add(Stream.of("target", "kind", "name", "outcome", "detail")
                        .map(field -> item.path(field).asText())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "))));
        return items;
    }
}
