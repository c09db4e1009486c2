package io.terralake.declarations;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A package of functions to publish when its content is another than what was published last.
 *
 * @param app the Azure id of the function app
 * @param file the package, a zip, relative to the repository
 */
@JsonPropertyOrder(alphabetic = true)
public record FunctionPackage(String app, String file) {
    /** A path below the repository. */
    public static final String FILE_REGEX =
            "(?![/\\\\]|[A-Za-z]:|(.*[/\\\\])?\\.\\.([/\\\\].*)?$)[^\\p{Cntrl}]{1,1020}\\.zip";

    /** What {@link #FILE_REGEX} says, for messages. */
    public static final String FILE_FORM =
            "a path in the repository of at most 1024 characters, without .., to a file .zip";

    private static final Pattern FILE = Pattern.compile(FILE_REGEX);

    /**
     * Refuses a package without app or file.
     *
     * @param app not null
     * @param file not null
     * @throws NullPointerException when one is missing
     */
    public FunctionPackage {
        Objects.requireNonNull(app, "\"app\" is missing");
        Objects.requireNonNull(file, "\"file\" is missing");
    }

    /**
     * Whether a text is the path of a package.
     *
     * @param text such as {@code src/functions/cars/target/cars.zip}
     * @return true when the whole text has the form
     */
    public static boolean isFile(String text) {
        return FILE.matcher(text).matches();
    }
}
