package io.terralake.usedcars.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The library from Maven Central drives the browser by way of the package from npm. */
class DriverTests {
    @Test
    void driver_has_the_version_of_its_library() throws IOException {
        String version = new ObjectMapper()
                .readTree(new File("package.json"))
                .at("/devDependencies/playwright-core")
                .asText();

        assertThat(version).isEqualTo(Playwright.class.getPackage().getImplementationVersion());
    }
}
