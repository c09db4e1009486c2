package io.terralake.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Scanners overlook what the documentation says why, and nothing else. */
class ScannerTests {
    private static final Pattern CHECKOV = Pattern.compile("CKV2?_AZURE_\\d+");

    @Test
    void everyFindingThatStaysIsExplained() throws IOException {
        Path root = Path.of("..", "..");
        Set<String> overlooked = ids(root.resolve(".checkov.yaml"));
        assertThat(overlooked).isNotEmpty().isEqualTo(ids(root.resolve("docs/security.md")));
    }

    private static Set<String> ids(Path file) throws IOException {
        return CHECKOV.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
