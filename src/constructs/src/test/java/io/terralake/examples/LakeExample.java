package io.terralake.examples;

import com.hashicorp.cdktf.App;
import io.terralake.core.PlatformApp;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.monitoring.LogAnalytics;
import io.terralake.monitoring.LogAnalyticsProps;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.Environment;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Tiering;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import java.nio.file.Path;

/** The README's example. */
public final class LakeExample implements PlatformApp.Program<Environment> {

    public static void main(String[] arguments) {
        System.exit(PlatformApp.run(new LakeExample()));
    }

    @Override
    public Environment read() {
        return Environment.read(Path.of("dev.json"));
    }

    @Override
    public void addStacks(App app, Environment dev) {
        PlatformStack stack = new PlatformStack(app, "lake", dev);
        stack.share(
                LogSink.class,
                new LogAnalytics(stack, "Logs", LogAnalyticsProps.builder().build()));
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        Tiering tiering =
                Tiering.builder().coolAfterDays(30).deleteAfterDays(365).build();
        Zone bronze =
                lake.addZone("bronze", ZoneProps.builder().tiering(tiering).build());
        bronze.grantRead(Principal.group("analysts", "11111111-2222-3333-4444-555555555555"));
    }
}
