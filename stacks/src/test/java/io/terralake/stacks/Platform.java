package io.terralake.stacks;

import io.terralake.assertions.SynthesizedApp;
import io.terralake.core.PlatformApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The platform as it synthesizes from the committed settings, once for all tests. */
final class Platform {
    private static final Path OUTDIR = synthesize();

    private Platform() {}

    /** The folder with a stack's Terraform in {@code stacks/<stack>}. */
    static Path outdir() {
        return OUTDIR;
    }

    static SynthesizedApp app() {
        return SynthesizedApp.read(OUTDIR);
    }

    private static Path synthesize() {
        try {
            Path outdir = Path.of("target", "cdktf.out");
            Files.createDirectories(outdir);
            PlatformApp.synth(new Main(Path.of("environments")), outdir);
            return outdir;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
