package io.terralake.functions.modelevents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of Azure's events.
 *
 * @param source its second token, such as {@code Storage} or {@code Web/sites}
 * @param dispatch {@code event_type} of the dispatch: the type without its first token, joined by {@code -}, lower case; at most
 *     {@value #LONGEST} characters
 */
record EventType(String source, String dispatch) {
    /** What GitHub takes (REST API, "create a repository dispatch event"). */
    static final int LONGEST = 100;

    static final String MACHINE_LEARNING = "MachineLearningServices";
    static final String STORAGE = "Storage";

    /** By source the types that there are; none where any is taken. */
    private static final Map<String, List<String>> KNOWN = new TreeMap<>();

    static {
        List.of(
                        "AppConfiguration",
                        "ContainerRegistry",
                        "Devices",
                        "EventHub",
                        "KeyVault",
                        "Maps",
                        "Media",
                        "Resources",
                        "ServiceBus",
                        "SignalRService",
                        "Web/sites")
                .forEach(source -> KNOWN.put(source, List.of()));
        KNOWN.put(
                MACHINE_LEARNING,
                List.of(
                        "ModelRegistered",
                        "ModelDeployed",
                        "RunCompleted",
                        "DatasetDriftDetected",
                        "RunStatusChanged"));
        KNOWN.put(
                STORAGE,
                List.of(
                        "BlobCreated",
                        "BlobDeleted",
                        "BlobRenamed",
                        "DirectoryCreated",
                        "DirectoryRenamed",
                        "DirectoryDeleted"));
    }

    private static final Pattern FORM =
            Pattern.compile("Microsoft\\.([A-Za-z0-9/]{1,60})\\.([A-Za-z0-9]{1,60}(?:\\.[A-Za-z0-9]{1,60}){0,3})");

    /** @throws IllegalArgumentException when it is none that is known; the message says what is allowed */
    static EventType of(String type) {
        Matcher matcher = FORM.matcher(type);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Microsoft.<source>.<name> is allowed");
        }
        String source = matcher.group(1);
        List<String> names = KNOWN.get(source);
        if (names == null) {
            throw new IllegalArgumentException("the source is allowed to be one of %s".formatted(KNOWN.keySet()));
        }
        if (!names.isEmpty() && !names.contains(matcher.group(2))) {
            throw new IllegalArgumentException("of %s one of %s is allowed".formatted(source, names));
        }
        String dispatch =
                type.substring(type.indexOf('.') + 1).replace('.', '-').toLowerCase(Locale.ROOT);
        if (dispatch.length() > LONGEST) {
            throw new IllegalArgumentException("at most %d characters are allowed".formatted(LONGEST));
        }
        return new EventType(source, dispatch);
    }
}
