package com.example.platform;

import com.hashicorp.cdktf.App;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Path;

/** The CDKTF app. */
public record Main(Path settings) implements PlatformApp.Program<Environment> {
    public static void main(String[] arguments) {
        System.exit(PlatformApp.run(new Main(Path.of("dev.json"))));
    }

    @Override
    public Environment read() throws IOException {
        return Environment.read(settings);
    }

    @Override
    public void addStacks(App app, Environment environment) {
        new Documents(app, environment);
    }
}
