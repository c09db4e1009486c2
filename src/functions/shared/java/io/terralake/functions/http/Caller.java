package io.terralake.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Who calls, as App Service says after it has checked the token. It takes the header away from requests that come from outside, so that
 * nobody can say so himself.
 *
 * @param id the caller's object id in Entra ID; empty when the token names none
 * @param roles those of the application that the caller has
 * @see <a href="https://learn.microsoft.com/azure/app-service/configure-authentication-user-identities">App Service's headers</a>
 */
public record Caller(String id, Set<String> roles) {
    /** The header that names the caller: JSON in base64. */
    public static final String HEADER = "X-MS-CLIENT-PRINCIPAL";

    /** How tokens of Entra call roles, and how App Service may call them after its mapping. */
    private static final Set<String> ROLE_TYPES =
            Set.of("roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role");

    private static final Set<String> ID_TYPES =
            Set.of("oid", "http://schemas.microsoft.com/identity/claims/objectidentifier");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * The caller of a request.
     *
     * @param request as it came
     * @return who calls
     * @throws ProblemException when App Service names none
     */
    public static Caller of(Request request) {
        String header = request.headers().get(HEADER);
        if (header == null) {
            throw ProblemException.unauthorized("the request has no caller");
        }
        try {
            JsonNode claims =
                    MAPPER.readTree(Base64.getDecoder().decode(header)).path("claims");
            if (claims.isArray()) {
                return new Caller(
                        values(claims, ID_TYPES).findFirst().orElse(""),
                        values(claims, ROLE_TYPES).collect(Collectors.toSet()));
            }
        } catch (IOException | IllegalArgumentException e) {
            // It is no base64, or no JSON.
        }
        throw ProblemException.unauthorized("the request's caller cannot be read");
    }

    private static Stream<String> values(JsonNode claims, Set<String> types) {
        return StreamSupport.stream(claims.spliterator(), false)
                .filter(claim -> types.contains(claim.path("typ").asText()))
                .map(claim -> claim.path("val").asText());
    }

    /**
     * The object id of a caller that must have one.
     *
     * @return not empty
     * @throws ProblemException when the token names none
     */
    public String requireId() {
        if (id.isEmpty()) {
            throw ProblemException.unauthorized("the request's caller has no object id");
        }
        return id;
    }

    void require(String role) {
        if (!roles.contains(role)) {
            throw ProblemException.forbidden("the caller has not the role %s".formatted(role));
        }
    }
}
