package io.terralake.functions.modelevents;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an event of storage is about.
 *
 * @param container its name
 * @param path of the blob or folder, as it is
 */
record Subject(String container, String path) {
    /** Characters; the name of a blob has at most 1,024 (Azure, naming containers and blobs). */
    static final int LONGEST = 2048;

    private static final Pattern BLOB = Pattern.compile(
            "/blobServices/default/containers/(\\$?[a-z0-9](?:-?[a-z0-9]){0,62})/blobs/(.{1,1024})", Pattern.DOTALL);

    /** @throws IllegalArgumentException when the type's events have no such subject; the message says what is allowed */
    static void check(EventType type, String subject) {
        boolean outside = Arrays.stream(subject.split("[/\\\\]"))
                .map(segment -> segment.replaceAll("(?i)%2e", "."))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
        if (outside) {
            throw new IllegalArgumentException("a path without the segments . and .. is allowed");
        }
        if (type.source().equals(EventType.STORAGE) && !BLOB.matcher(subject).matches()) {
            throw new IllegalArgumentException("/blobServices/default/containers/<container>/blobs/<blob> is allowed");
        }
    }

    /** That of an event of storage. */
    static Subject of(Event event) {
        Matcher matcher = BLOB.matcher(event.subject());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(event.subject());
        }
        return new Subject(matcher.group(1), matcher.group(2));
    }
}
