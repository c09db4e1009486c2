package io.terralake.functions.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatusType;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.net.URI;
import java.util.Optional;

/** Lets handlers answer the requests of Azure Functions. */
public final class HttpAnswers {
    private HttpAnswers() {}

    /**
     * Answers a request.
     *
     * @param handler throws nothing
     * @param request as the host gave it
     * @return what the host sends
     */
    public static HttpResponseMessage answer(Handler handler, HttpRequestMessage<Optional<String>> request) {
        Response response = ask(handler, request);
        HttpResponseMessage.Builder builder = request.createResponseBuilder(HttpStatusType.custom(response.status()));
        response.headers().forEach(builder::header);
        return builder.body(response.body()).build();
    }

    private static Response ask(Handler handler, HttpRequestMessage<Optional<String>> request) {
        String method = request.getHttpMethod().name();
        try {
            return handler.handle(new Request(
                    method,
                    request.getUri(),
                    request.getHeaders(),
                    request.getBody().orElse("")));
        } catch (IllegalArgumentException e) {
            // The worker parses the address when it is asked for it; the handler throws nothing.
            return Handler.MALFORMED.guarded().handle(new Request(method, URI.create("/"), request.getHeaders()));
        }
    }
}
