package io.terralake.emulator.dataplane;

import io.terralake.emulator.http.Request;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a storage account has, by the service that has it. */
enum StorageKind {
    CONTAINER("blob", "Container", "blobServices/default/containers", 202),
    QUEUE("queue", "Queue", "queueServices/default/queues", 204),
    SHARE("file", "Share", "fileServices/default/shares", 202),
    TABLE("table", "Table", "tableServices/default/tables", 204);

    private static final Pattern TABLES = Pattern.compile("/Tables\\('([^']+)'\\)");

    private final String service;
    private final String title;
    private final String below;
    private final int deleted;

    StorageKind(String service, String title, String below, int deleted) {
        this.service = service;
        this.title = title;
        this.below = below;
        this.deleted = deleted;
    }

    /** The kind that a request is about; empty when it is about what is in one, or about the service. */
    static Optional<StorageKind> of(Request request) {
        return Arrays.stream(values())
                .filter(kind -> request.host().contains("." + kind.service + "."))
                .filter(kind -> request.segments().size() == 1
                        && !request.parameter("comp").equals("list"))
                .findFirst();
    }

    String name(Request request) {
        if (this == TABLE && request.path().equals("/Tables")) {
            return request.json().path("TableName").asText();
        }
        Matcher table = TABLES.matcher(request.path());
        return this == TABLE && table.matches()
                ? table.group(1)
                : request.segments().get(0);
    }

    /** Such as {@code Container}, which codes of errors begin with. */
    String title() {
        return title;
    }

    /** Where Azure Resource Manager has them, below the account. */
    String below() {
        return below;
    }

    /** The method of requests that make one. */
    String creates() {
        return this == TABLE ? "POST" : "PUT";
    }

    /** The status of an answer to a DELETE. */
    int deleted() {
        return deleted;
    }
}
