package io.terralake.stacks;

import com.hashicorp.cdktf.App;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import io.terralake.settings.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The CDKTF app: every stack in every environment.
 *
 * @param environments the folder with a settings file for each environment
 */
public record Main(Path environments) implements PlatformApp.Program<List<Environment>> {

    public static void main(String[] arguments) {
        System.exit(PlatformApp.run(new Main(Path.of("stacks", "environments"))));
    }

    /** The sections of every stack in the settings. */
    public static Section<?>[] sections() {
        return new Section<?>[] {
            LandingZone.SETTINGS,
            UnityCatalog.SETTINGS,
            LoanVersions.SETTINGS,
            UsedCars.SETTINGS,
            DeviceImages.SETTINGS,
            MlWorkspaces.SETTINGS,
            ModelEvents.SETTINGS
        };
    }

    @Override
    public List<Environment> read() throws IOException {
        return Environment.readAll(environments, sections());
    }

    @Override
    public void addStacks(App app, List<Environment> input) {
        for (Environment environment : input) {
            LandingZone landingZone = new LandingZone(app, environment);
            UnityCatalog unityCatalog = new UnityCatalog(app, environment, landingZone);
            new LoanVersions(app, environment, landingZone, unityCatalog);
            new UsedCars(app, environment, landingZone, unityCatalog);
            new DeviceImages(app, environment, landingZone);
            MlWorkspaces workspaces = new MlWorkspaces(app, environment, landingZone);
            if (environment.section(ModelEvents.SETTINGS).repository() != null) {
                new ModelEvents(app, environment, landingZone, workspaces);
            }
        }
    }
}
