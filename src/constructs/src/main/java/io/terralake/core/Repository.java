package io.terralake.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import software.constructs.Construct;

/** The way from where Terraform runs, {@code <output>/stacks/<stack>}, to the folder of {@code cdktf.json}. */
final class Repository {
    /** Where an app's constructs find it. */
    static final String CONTEXT = "terralake:repository";

    /** From the default output folder, {@code cdktf.out}. */
    static final String DEFAULT = "../../../";

    private static final Map<Construct, String> WAYS = Collections.synchronizedMap(new WeakHashMap<>());

    private Repository() {}

    /** @param construct the scope of stacks */
    static String of(Construct construct) {
        return WAYS.computeIfAbsent(
                construct, app -> app.getNode().tryGetContext(CONTEXT) instanceof String way ? way : DEFAULT);
    }

    /**
     * The way back from an output folder, with a slash at its end.
     *
     * @param repository the folder of {@code cdktf.json}
     */
    static String from(Path outdir, Path repository) throws IOException {
        Path stack = real(outdir.toAbsolutePath().normalize()).resolve("stacks").resolve("stack");
        Path target = repository.toRealPath();
        // Drives of Windows have no way between them.
        Path way = target.getRoot().equals(stack.getRoot()) ? stack.relativize(target) : target;
        return way.toString().replace('\\', '/') + "/";
    }

    /** Where a folder is that need not be there yet: the system goes up from where a link leads to. */
    private static Path real(Path folder) throws IOException {
        if (folder.toFile().exists()) {
            return folder.toRealPath();
        }
        Path parent = folder.getParent();
        return parent == null ? folder : real(parent).resolve(String.valueOf(folder.getFileName()));
    }
}
