package io.terralake.functions.usedcars;

import com.atlassian.oai.validator.model.SimpleRequest;
import io.terralake.functions.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A request as callers may make it, good or bad.
 *
 * @param path encoded, below {@code /v1}
 * @param parameters those of the query, in order
 */
record RandomRequest(String path, Map<String, String> parameters) {
    static final List<String> OPERATIONS = List.of(
            "/cars",
            "/cars/AAA111",
            "/brands/Toyota/turnover",
            "/statistics/turnover",
            "/statistics/prices",
            "/statistics/days",
            "/statistics/choices");

    private static final List<String> NAMES = List.of(
            "Toyota", "O'Neil \"é\" \\", "Lada", "x".repeat(100), "x".repeat(101), "😀".repeat(100), "' OR 1=1");
    private static final List<String> REGOS =
            List.of("AAA111", "ZZZ999", "aaa111", "AAA11", "AAA1111", "AÄA111", "12345");
    private static final Map<String, List<String>> VALUES = Map.of(
            "brand", NAMES,
            "model", List.of("A", "B", "1;2", "", "x".repeat(101)),
            "year", List.of("1900", "2020", "2100", "1899", "2101", "2020.5", "x", "-2020", "99999999999"),
            "minPrice", List.of("0", "8001", "2147483647", "-1", "2147483648", "1.5", "1,000"),
            "maxPrice", List.of("0", "8001", "2147483647", "-1", "2147483648", "true", "null"),
            "limit", List.of("1", "25", "100", "0", "101", "ten"),
            "continuationToken", List.of("QUFBMTExMjAyMC0wMS0wMd29R3SH5y07xZWpI-ImtLA", "x", "x".repeat(4097)),
            "colour", List.of("red", ""));

    static RandomRequest of(Random random) {
        String path = pick(random, OPERATIONS)
                .replace("AAA111", encode(pick(random, REGOS)))
                .replace("Toyota", encode(pick(random, NAMES)));
        Map<String, String> parameters = new LinkedHashMap<>();
        VALUES.keySet().stream().sorted().forEach(name -> {
            if (random.nextInt(6) == 0) {
                parameters.put(name, pick(random, VALUES.get(name)));
            }
        });
        return new RandomRequest(path, parameters);
    }

    /** What a schema cannot say: prices in the wrong order, a token that is none. */
    boolean contradicts() {
        String token = parameters.get("continuationToken");
        if (token != null) {
            boolean ofFirst = token.startsWith("QUFB")
                    && parameters.keySet().stream()
                            .noneMatch(List.of("model", "year", "minPrice", "maxPrice")::contains)
                    && "Toyota".equals(parameters.get("brand"));
            if (!ofFirst) {
                return true;
            }
        }
        return parameters.containsKey("minPrice")
                && parameters.containsKey("maxPrice")
                && Long.parseLong(parameters.get("minPrice")) > Long.parseLong(parameters.get("maxPrice"));
    }

    Request request(Map<String, String> headers) {
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return new Request("GET", URI.create("/v1" + path + (query.isEmpty() ? "" : "?" + query)), headers);
    }

    SimpleRequest described() {
        SimpleRequest.Builder builder = SimpleRequest.Builder.get(path);
        parameters.forEach(builder::withQueryParam);
        return builder.build();
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
