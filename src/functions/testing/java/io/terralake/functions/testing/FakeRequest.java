package io.terralake.functions.testing;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as the host of Azure Functions hands it over. */
public record FakeRequest(HttpMethod method, String address, Map<String, String> headers, Optional<String> body)
        implements HttpRequestMessage<Optional<String>> {

    /** One without a body. */
    public FakeRequest(HttpMethod method, String address, Map<String, String> headers) {
        this(method, address, headers, Optional.empty());
    }

    @Override
    public URI getUri() {
        return URI.create(address);
    }

    @Override
    public HttpMethod getHttpMethod() {
        return method;
    }

    @Override
    public Map<String, String> getHeaders() {
        return headers;
    }

    @Override
    public Map<String, String> getQueryParameters() {
        return Map.of();
    }

    @Override
    public Optional<String> getBody() {
        return body;
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
        return new Builder(status, new TreeMap<>(), "");
    }

    @Override
    public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
        return createResponseBuilder((HttpStatusType) status);
    }

    /** What the host gets. */
    public record Answer(HttpStatusType getStatus, Map<String, String> headers, Object getBody)
            implements HttpResponseMessage {
        @Override
        public String getHeader(String key) {
            return headers.getOrDefault(key, "");
        }
    }

    private record Builder(HttpStatusType status, Map<String, String> headers, Object content)
            implements HttpResponseMessage.Builder {
        @Override
        public Builder status(HttpStatusType other) {
            return new Builder(other, headers, content);
        }

        @Override
        public Builder header(String key, String value) {
            headers.put(key, value);
            return this;
        }

        @Override
        public Builder body(Object body) {
            return new Builder(status, headers, body);
        }

        @Override
        public HttpResponseMessage build() {
            return new Answer(status, headers, content);
        }
    }
}
