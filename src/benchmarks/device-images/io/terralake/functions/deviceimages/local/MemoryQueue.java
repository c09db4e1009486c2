package io.terralake.functions.deviceimages.local;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A queue in memory that answers as Azure's does: Azurite looks through all its messages for each call, and takes seconds when they are 10,000. */
final class MemoryQueue implements HttpClient {
    private static final Pattern TEXT = Pattern.compile("(?s).*<MessageText>(.*)</MessageText>.*");
    private static final Pattern RECEIVE = Pattern.compile(".*numofmessages=(\\d+)&visibilitytimeout=(\\d+).*");

    private final TreeSet<Message> messages =
            new TreeSet<>(Comparator.comparing(Message::visible).thenComparing(Message::id));
    private final Map<Integer, Message> byId = new HashMap<>();
    private int last;

    private record Message(int id, String text, int count, Instant visible) {}

    QueueClient client() {
        return new QueueClientBuilder()
                .endpoint("http://127.0.0.1/devstoreaccount1")
                .queueName("memory")
                .credential(new StorageSharedKeyCredential("devstoreaccount1", "AAAA"))
                .messageEncoding(QueueMessageEncoding.BASE64)
                .httpClient(this)
                .buildClient();
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> answer(request));
    }

    private synchronized HttpResponse answer(HttpRequest request) {
        String address = request.getUrl().toString();
        return switch (request.getHttpMethod()) {
            case POST -> {
                Matcher text = TEXT.matcher(request.getBodyAsBinaryData().toString());
                Message sent = new Message(++last, text.matches() ? text.group(1) : "", 0, Instant.now());
                put(sent);
                yield new Answer(request, 201, list(sent), messages.size());
            }
            case DELETE -> {
                Matcher id = Pattern.compile(".*/messages/(\\d+)\\?.*popreceipt=(\\d+).*")
                        .matcher(address);
                Message message = id.matches() ? byId.get(Integer.parseInt(id.group(1))) : null;
                if (message == null || message.count() != Integer.parseInt(id.group(2))) {
                    yield new Answer(request, 404, "", messages.size());
                }
                messages.remove(byId.remove(message.id()));
                yield new Answer(request, 204, "", messages.size());
            }
            default ->
                address.contains("comp=metadata")
                        ? new Answer(request, 200, "", messages.size())
                        : new Answer(request, 200, receive(address), messages.size());
        };
    }

    private String receive(String address) {
        Matcher asked = RECEIVE.matcher(address);
        if (!asked.matches()) {
            throw new IllegalArgumentException(address);
        }
        StringBuilder received = new StringBuilder();
        for (int i = Integer.parseInt(asked.group(1)); i > 0; i--) {
            if (messages.isEmpty() || messages.first().visible().isAfter(Instant.now())) {
                break;
            }
            Message next = messages.pollFirst();
            Message taken = new Message(
                    next.id(),
                    next.text(),
                    next.count() + 1,
                    Instant.now().plusSeconds(Long.parseLong(asked.group(2))));
            put(taken);
            received.append(list(taken));
        }
        return received.toString();
    }

    private void put(Message message) {
        messages.add(message);
        byId.put(message.id(), message);
    }

    private static String list(Message message) {
        String time =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(message.visible().atZone(ZoneOffset.UTC));
        return ("<QueueMessage><MessageId>%d</MessageId><InsertionTime>%s</InsertionTime><ExpirationTime>%s</ExpirationTime>"
                        + "<PopReceipt>%d</PopReceipt><TimeNextVisible>%s</TimeNextVisible><DequeueCount>%d</DequeueCount>"
                        + "<MessageText>%s</MessageText></QueueMessage>")
                .formatted(message.id(), time, time, message.count(), time, message.count(), message.text());
    }

    private static final class Answer extends HttpResponse {
        private final int status;
        private final byte[] body;
        private final HttpHeaders headers;

        Answer(HttpRequest request, int status, String messages, int count) {
            super(request);
            this.status = status;
            this.body = "<?xml version=\"1.0\"?><QueueMessagesList>%s</QueueMessagesList>"
                    .formatted(messages)
                    .getBytes(StandardCharsets.UTF_8);
            this.headers = new HttpHeaders()
                    .set(HttpHeaderName.CONTENT_TYPE, "application/xml")
                    .set(HttpHeaderName.fromString("x-ms-approximate-messages-count"), String.valueOf(count));
        }

        @Override
        public int getStatusCode() {
            return status;
        }

        @Override
        @Deprecated
        public String getHeaderValue(String name) {
            return headers.getValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.just(ByteBuffer.wrap(body));
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.just(body);
        }

        @Override
        public Mono<String> getBodyAsString() {
            return getBodyAsString(StandardCharsets.UTF_8);
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.just(new String(body, charset));
        }
    }
}
