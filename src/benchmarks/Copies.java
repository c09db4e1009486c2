import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import io.terralake.settings.Environment;
import io.terralake.stacks.LandingZone;
import io.terralake.stacks.Main;
import java.nio.file.Path;

/** Prints the seconds that so many copies of the development landing zone take: Copies.java count outdir. */
public final class Copies {
    public static void main(String[] arguments) {
        Environment dev = Environment.read(Path.of("stacks", "environments", "dev.json"), Main.sections());
        App app = new App(AppConfig.builder().outdir(arguments[1]).build());
        new LandingZone(app, new Environment("warmup", dev.settings(), dev.sections()));
        long started = System.nanoTime();
        for (int copy = 0; copy < Integer.parseInt(arguments[0]); copy++) {
            new LandingZone(app, new Environment("e" + copy, dev.settings(), dev.sections()));
        }
        app.synth();
        System.out.println((System.nanoTime() - started) / 1e9);
    }
}
