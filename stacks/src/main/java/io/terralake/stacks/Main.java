package io.terralake.stacks;

import com.hashicorp.cdktf.App;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Path;

/** The CDKTF app: every stack in every environment of {@code stacks/environments}. */
public final class Main {
    private static final Path ENVIRONMENTS = Path.of("stacks", "environments");

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlatformApp.run(app -> addStacks(app, ENVIRONMENTS)));
    }

    static void addStacks(App app, Path environments) throws IOException {
        for (Environment environment : Environment.readAll(environments)) {
            new LandingZone(app, environment);
        }
    }
}
