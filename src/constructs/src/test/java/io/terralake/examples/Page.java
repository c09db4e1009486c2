package io.terralake.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it is, seen from this module
 * @param text what it says
 */
record Page(Path file, String text) {
    static final Path ROOT = Path.of("..", "..");

    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^( *)<!-- example: (\\S+) -->\\n *```java\\n(.*?)^ *```");
    private static final Pattern NO_PROSE = Pattern.compile("(?ms)^ *```.*?^ *```$|<!--.*?-->");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    /** Code that a page shows, and the file that it is from. */
    record Example(Path source, String code) {}

    /** Every page that people read, the decisions included. */
    static List<Page> all() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> top = Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                    .map(ROOT::resolve);
            return Stream.concat(top, docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .map(Page::read)
                    .toList();
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Example> examples() {
        return EXAMPLE.matcher(text)
                .results()
                .map(match -> new Example(
                        ROOT.resolve(match.group(2)), match.group(3).replaceAll("(?m)^" + match.group(1), "")))
                .toList();
    }

    /** The targets of links within the repository, such as {@code docs/stack.md#test-it}. */
    List<String> links() {
        return LINK.matcher(prose()).results().map(match -> match.group(1)).toList();
    }

    /** What headings are called in links, as GitHub makes it of their text. */
    List<String> anchors() {
        return HEADING.matcher(prose())
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private String prose() {
        return NO_PROSE.matcher(text).replaceAll("");
    }
}
