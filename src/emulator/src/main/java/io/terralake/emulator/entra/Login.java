package io.terralake.emulator.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Guids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Tokens for whoever asks: nobody's rights are looked at. */
public final class Login implements Service {
    private static final String HOST = "login.microsoftonline.com";
    private static final int LIFETIME = 3600;

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.key();
        if (path.endsWith("/oauth2/v2.0/token") || path.endsWith("/oauth2/token")) {
            return Optional.of(Reply.json(200, token(request)));
        }
        if (!request.host().equals(HOST)) {
            return Optional.empty();
        }
        if (path.endsWith("/.well-known/openid-configuration")) {
            return Optional.of(Reply.json(200, configuration(request)));
        }
        if (path.endsWith("/discovery/instance")) {
            return Optional.of(Reply.json(200, instances(request)));
        }
        return Optional.of(
                Reply.error(404, "NotEmulated", "%s has no %s here".formatted(request.host(), request.path())));
    }

    private static ObjectNode token(Request request) {
        long now = Instant.now().getEpochSecond();
        String issuer = request.origin() + "/";
        ObjectNode claims =
                object().put("aud", issuer).put("iss", issuer).put("iat", now).put("nbf", now);
        claims.put("exp", now + LIFETIME).put("tid", Guids.TENANT).put("oid", Guids.PRINCIPAL);
        claims.put("appid", Guids.CLIENT).put("sub", Guids.PRINCIPAL).put("idtyp", "app");
        return object().put("token_type", "Bearer")
                .put("expires_in", LIFETIME - 1)
                .put("expires_on", Long.toString(now + LIFETIME))
                .put("not_before", Long.toString(now))
                .put("resource", "emulated")
                .put(
                        "access_token",
                        "%s.%s.%s"
                                .formatted(
                                        part(object().put("alg", "none")
                                                .put("typ", "JWT")
                                                .toString()),
                                        part(claims.toString()),
                                        part("emulated")));
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode configuration(Request request) {
        String base = base(request);
        return object().put("issuer", base + "/v2.0")
                .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
                .put("token_endpoint", base + "/oauth2/v2.0/token")
                .put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
    }

    private static String base(Request request) {
        String tenant =
                request.segments().isEmpty() ? "common" : request.segments().get(0);
        return "%s/%s".formatted(request.origin(), tenant);
    }

    private static ObjectNode instances(Request request) {
        ObjectNode json = object().put(
                        "tenant_discovery_endpoint",
                        "%s/%s/v2.0/.well-known/openid-configuration".formatted(request.origin(), Guids.TENANT))
                .put("api-version", "1.1");
        ObjectNode host = json.putArray("metadata").addObject();
        host.put("preferred_network", request.host()).put("preferred_cache", request.host());
        host.putArray("aliases").add(request.host());
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
