package io.terralake.functions.deviceimages;

import io.terralake.functions.messages.Shown;
import java.util.List;

/** The name of a row: the last segment of a record's path, whatever characters it has, as long as they can be seen. */
final class FileName {
    /** Length of the column {@code filename}, an {@code nvarchar}. */
    static final int LONGEST = 255;

    private FileName() {}

    /**
     * @param path of the device's file
     * @param problems gets what is wrong with the name
     */
    static String of(String path, List<String> problems) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.isBlank()) {
            problems.add("/path: %s has no file name".formatted(Shown.quoted(path)));
        } else if (name.length() > LONGEST) {
            problems.add("/path: the file name %s is too long: at most %d characters are allowed"
                    .formatted(Shown.quoted(name), LONGEST));
        } else if (name.codePoints().anyMatch(FileName::isInvisible)) {
            problems.add("/path: the file name %s has control characters or halves of characters"
                    .formatted(Shown.quoted(name)));
        } else if (!name.equals(name.strip())) {
            // SQL Server compares texts without the blanks at their end.
            problems.add("/path: the file name %s begins or ends with a blank".formatted(Shown.quoted(name)));
        }
        return name;
    }

    private static boolean isInvisible(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
