package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import com.hashicorp.cdktf.App;
import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedApp;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack that the guide begins with. */
class ReportsTests {
    @Test
    void standsOnTheLandingZoneAndHoldsToThePolicy(@TempDir Path outdir) throws IOException {
        PlatformApp.synth(new WithReports(), outdir);
        assertThat(SynthesizedApp.read(outdir).stack("dev-reports"))
                .hasResource("azurerm_mssql_database", """
                        {"name": "reports"}""")
                .hasOutput("deploy_hook", Match.json("""
                        {"databases": [{"users": [{"name": "analysts", "roles": ["db_datareader"]}]}]}"""));
    }

    private record WithReports() implements PlatformApp.Program<Environment> {
        @Override
        public Environment read() {
            return Environment.read(Path.of("environments", "dev.json"), Main.sections());
        }

        @Override
        public void addStacks(App app, Environment environment) {
            new Reports(app, environment, new LandingZone(app, environment));
        }
    }
}
