package io.terralake.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links within the documentation lead somewhere. */
class LinkTests {

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String link : page.links()) {
                if (!leadsSomewhere(page, link)) {
                    broken.add("%s: %s".formatted(page.file(), link));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aHeadingIsCalledWhatGitHubCallsIt() {
        Page page = new Page(Path.of("page.md"), "# What `Grant` does, and why\n```sh\n# no heading\n```\n## A–Z\n");
        assertThat(page.anchors()).containsExactly("what-grant-does-and-why", "az");
    }

    @Test
    void aLinkInCodeOrInACommentIsNone() {
        Page page = new Page(Path.of("page.md"), "[a](b.md#c)\n```\n[d](e.md)\n```\n<!-- [f](g.md) -->\n");
        assertThat(page.links()).containsExactly("b.md#c");
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || Page.read(target).anchors().contains(parts[1]);
    }
}
